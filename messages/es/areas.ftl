### Las zonas tratadas; $side es left, right, both o none.

region-neck = { $side ->
    [left] cuello, lado izquierdo
    [right] cuello, lado derecho
    [both] cuello, ambos lados
   *[none] cuello
  }
region-shoulder = { $side ->
    [left] hombro izquierdo
    [right] hombro derecho
    [both] ambos hombros
   *[none] hombro
  }
region-upper-back = { $side ->
    [left] parte alta de la espalda, lado izquierdo
    [right] parte alta de la espalda, lado derecho
    [both] parte alta de la espalda, ambos lados
   *[none] parte alta de la espalda
  }
region-mid-back = { $side ->
    [left] parte media de la espalda, lado izquierdo
    [right] parte media de la espalda, lado derecho
    [both] parte media de la espalda, ambos lados
   *[none] parte media de la espalda
  }
region-chest = { $side ->
    [left] pecho, lado izquierdo
    [right] pecho, lado derecho
    [both] pecho, ambos lados
   *[none] pecho
  }
region-low-back = { $side ->
    [left] zona lumbar, lado izquierdo
    [right] zona lumbar, lado derecho
    [both] zona lumbar, ambos lados
   *[none] zona lumbar
  }
region-abdomen = { $side ->
    [left] abdomen, lado izquierdo
    [right] abdomen, lado derecho
    [both] abdomen, ambos lados
   *[none] abdomen
  }
region-hip = { $side ->
    [left] cadera izquierda
    [right] cadera derecha
    [both] ambas caderas
   *[none] cadera
  }
region-glute = { $side ->
    [left] glúteo izquierdo
    [right] glúteo derecho
    [both] ambos glúteos
   *[none] glúteo
  }
region-thigh = { $side ->
    [left] muslo izquierdo
    [right] muslo derecho
    [both] ambos muslos
   *[none] muslo
  }
region-knee = { $side ->
    [left] rodilla izquierda
    [right] rodilla derecha
    [both] ambas rodillas
   *[none] rodilla
  }
region-calf = { $side ->
    [left] pantorrilla izquierda
    [right] pantorrilla derecha
    [both] ambas pantorrillas
   *[none] pantorrilla
  }
region-foot = { $side ->
    [left] pie izquierdo
    [right] pie derecho
    [both] ambos pies
   *[none] pie
  }
region-upper-arm = { $side ->
    [left] brazo izquierdo
    [right] brazo derecho
    [both] ambos brazos
   *[none] brazo
  }
region-forearm = { $side ->
    [left] antebrazo izquierdo
    [right] antebrazo derecho
    [both] ambos antebrazos
   *[none] antebrazo
  }
region-hand = { $side ->
    [left] mano izquierda
    [right] mano derecha
    [both] ambas manos
   *[none] mano
  }
region-jaw = { $side ->
    [left] mandíbula, lado izquierdo
    [right] mandíbula, lado derecho
    [both] mandíbula, ambos lados
   *[none] mandíbula
  }

### Un momento dentro de una frase: «martes 3 de marzo a las 16:00». Antes va «el» (hasta el …).

date-in-full = { $weekday } { $day } a las { $time }
