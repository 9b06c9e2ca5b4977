### The treated areas; $side is left, right, both or none. “.the” is the area as a sentence calls it, for THE($region).

region-neck = { $side ->
    [left] left neck
    [right] right neck
    [both] neck (both sides)
   *[none] neck
  }
    .the = { $side ->
        [left] the left side of your neck
        [right] the right side of your neck
        [both] your neck
       *[none] your neck
    }
region-shoulder = { $side ->
    [left] left shoulder
    [right] right shoulder
    [both] left and right shoulder
   *[none] shoulder
  }
    .the = { $side ->
        [left] your left shoulder
        [right] your right shoulder
        [both] your left and right shoulder
       *[none] your shoulder
    }
region-upper-back = { $side ->
    [left] left upper back
    [right] right upper back
    [both] upper back (both sides)
   *[none] upper back
  }
    .the = { $side ->
        [left] the left side of your upper back
        [right] the right side of your upper back
        [both] your upper back
       *[none] your upper back
    }
region-mid-back = { $side ->
    [left] left mid back
    [right] right mid back
    [both] mid back (both sides)
   *[none] mid back
  }
    .the = { $side ->
        [left] the left side of your mid back
        [right] the right side of your mid back
        [both] your mid back
       *[none] your mid back
    }
region-chest = { $side ->
    [left] left chest
    [right] right chest
    [both] chest (both sides)
   *[none] chest
  }
    .the = { $side ->
        [left] the left side of your chest
        [right] the right side of your chest
        [both] your chest
       *[none] your chest
    }
region-low-back = { $side ->
    [left] left low back
    [right] right low back
    [both] low back (both sides)
   *[none] low back
  }
    .the = { $side ->
        [left] the left side of your low back
        [right] the right side of your low back
        [both] your low back
       *[none] your low back
    }
region-abdomen = { $side ->
    [left] left abdomen
    [right] right abdomen
    [both] abdomen (both sides)
   *[none] abdomen
  }
    .the = { $side ->
        [left] the left side of your abdomen
        [right] the right side of your abdomen
        [both] your abdomen
       *[none] your abdomen
    }
region-hip = { $side ->
    [left] left hip
    [right] right hip
    [both] left and right hip
   *[none] hip
  }
    .the = { $side ->
        [left] your left hip
        [right] your right hip
        [both] your left and right hip
       *[none] your hip
    }
region-glute = { $side ->
    [left] left glute
    [right] right glute
    [both] left and right glute
   *[none] glute
  }
    .the = { $side ->
        [left] your left glute
        [right] your right glute
        [both] your left and right glute
       *[none] your glute
    }
region-thigh = { $side ->
    [left] left thigh
    [right] right thigh
    [both] left and right thigh
   *[none] thigh
  }
    .the = { $side ->
        [left] your left thigh
        [right] your right thigh
        [both] your left and right thigh
       *[none] your thigh
    }
region-knee = { $side ->
    [left] left knee
    [right] right knee
    [both] left and right knee
   *[none] knee
  }
    .the = { $side ->
        [left] your left knee
        [right] your right knee
        [both] your left and right knee
       *[none] your knee
    }
region-calf = { $side ->
    [left] left calf
    [right] right calf
    [both] left and right calf
   *[none] calf
  }
    .the = { $side ->
        [left] your left calf
        [right] your right calf
        [both] your left and right calf
       *[none] your calf
    }
region-foot = { $side ->
    [left] left foot
    [right] right foot
    [both] left and right foot
   *[none] foot
  }
    .the = { $side ->
        [left] your left foot
        [right] your right foot
        [both] your left and right foot
       *[none] your foot
    }
region-upper-arm = { $side ->
    [left] left upper arm
    [right] right upper arm
    [both] left and right upper arm
   *[none] upper arm
  }
    .the = { $side ->
        [left] your left upper arm
        [right] your right upper arm
        [both] your left and right upper arm
       *[none] your upper arm
    }
region-forearm = { $side ->
    [left] left forearm
    [right] right forearm
    [both] left and right forearm
   *[none] forearm
  }
    .the = { $side ->
        [left] your left forearm
        [right] your right forearm
        [both] your left and right forearm
       *[none] your forearm
    }
region-hand = { $side ->
    [left] left hand
    [right] right hand
    [both] left and right hand
   *[none] hand
  }
    .the = { $side ->
        [left] your left hand
        [right] your right hand
        [both] your left and right hand
       *[none] your hand
    }
region-jaw = { $side ->
    [left] left jaw
    [right] right jaw
    [both] jaw (both sides)
   *[none] jaw
  }
    .the = { $side ->
        [left] the left side of your jaw
        [right] the right side of your jaw
        [both] your jaw
       *[none] your jaw
    }

### An instant within a sentence: “Tuesday, March 3, 16:00”.

date-in-full = { $weekday }, { $day }, { $time }
