### The treated areas; $side is left, right, both or none.

region-neck = { $side ->
    [left] left neck
    [right] right neck
    [both] neck (both sides)
   *[none] neck
  }
region-shoulder = { $side ->
    [left] left shoulder
    [right] right shoulder
    [both] left and right shoulder
   *[none] shoulder
  }
region-upper-back = { $side ->
    [left] left upper back
    [right] right upper back
    [both] upper back (both sides)
   *[none] upper back
  }
region-mid-back = { $side ->
    [left] left mid back
    [right] right mid back
    [both] mid back (both sides)
   *[none] mid back
  }
region-chest = { $side ->
    [left] left chest
    [right] right chest
    [both] chest (both sides)
   *[none] chest
  }
region-low-back = { $side ->
    [left] left low back
    [right] right low back
    [both] low back (both sides)
   *[none] low back
  }
region-abdomen = { $side ->
    [left] left abdomen
    [right] right abdomen
    [both] abdomen (both sides)
   *[none] abdomen
  }
region-hip = { $side ->
    [left] left hip
    [right] right hip
    [both] left and right hip
   *[none] hip
  }
region-glute = { $side ->
    [left] left glute
    [right] right glute
    [both] left and right glute
   *[none] glute
  }
region-thigh = { $side ->
    [left] left thigh
    [right] right thigh
    [both] left and right thigh
   *[none] thigh
  }
region-knee = { $side ->
    [left] left knee
    [right] right knee
    [both] left and right knee
   *[none] knee
  }
region-calf = { $side ->
    [left] left calf
    [right] right calf
    [both] left and right calf
   *[none] calf
  }
region-foot = { $side ->
    [left] left foot
    [right] right foot
    [both] left and right foot
   *[none] foot
  }
region-upper-arm = { $side ->
    [left] left upper arm
    [right] right upper arm
    [both] left and right upper arm
   *[none] upper arm
  }
region-forearm = { $side ->
    [left] left forearm
    [right] right forearm
    [both] left and right forearm
   *[none] forearm
  }
region-hand = { $side ->
    [left] left hand
    [right] right hand
    [both] left and right hand
   *[none] hand
  }
region-jaw = { $side ->
    [left] left jaw
    [right] right jaw
    [both] jaw (both sides)
   *[none] jaw
  }

### An instant within a sentence: “Tuesday, March 3, 16:00”.

date-in-full = { $weekday }, { $day }, { $time }
