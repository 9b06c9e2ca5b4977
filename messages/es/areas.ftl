### Las zonas tratadas; $side es left, right, both o none. «.the» es la zona con su artículo, para THE($region) dentro de
### una frase: por el plural y por «de el», «a el», mejor «¿qué tal …?», «en …», «sobre …».

region-neck = { $side ->
    [left] cuello, lado izquierdo
    [right] cuello, lado derecho
    [both] cuello, ambos lados
   *[none] cuello
  }
    .the = { $side ->
        [left] el lado izquierdo del cuello
        [right] el lado derecho del cuello
        [both] los dos lados del cuello
       *[none] el cuello
    }
region-shoulder = { $side ->
    [left] hombro izquierdo
    [right] hombro derecho
    [both] ambos hombros
   *[none] hombro
  }
    .the = { $side ->
        [left] el hombro izquierdo
        [right] el hombro derecho
        [both] los dos hombros
       *[none] el hombro
    }
region-upper-back = { $side ->
    [left] parte alta de la espalda, lado izquierdo
    [right] parte alta de la espalda, lado derecho
    [both] parte alta de la espalda, ambos lados
   *[none] parte alta de la espalda
  }
    .the = { $side ->
        [left] el lado izquierdo de la parte alta de la espalda
        [right] el lado derecho de la parte alta de la espalda
        [both] los dos lados de la parte alta de la espalda
       *[none] la parte alta de la espalda
    }
region-mid-back = { $side ->
    [left] parte media de la espalda, lado izquierdo
    [right] parte media de la espalda, lado derecho
    [both] parte media de la espalda, ambos lados
   *[none] parte media de la espalda
  }
    .the = { $side ->
        [left] el lado izquierdo de la parte media de la espalda
        [right] el lado derecho de la parte media de la espalda
        [both] los dos lados de la parte media de la espalda
       *[none] la parte media de la espalda
    }
region-chest = { $side ->
    [left] pecho, lado izquierdo
    [right] pecho, lado derecho
    [both] pecho, ambos lados
   *[none] pecho
  }
    .the = { $side ->
        [left] el lado izquierdo del pecho
        [right] el lado derecho del pecho
        [both] los dos lados del pecho
       *[none] el pecho
    }
region-low-back = { $side ->
    [left] zona lumbar, lado izquierdo
    [right] zona lumbar, lado derecho
    [both] zona lumbar, ambos lados
   *[none] zona lumbar
  }
    .the = { $side ->
        [left] el lado izquierdo de la zona lumbar
        [right] el lado derecho de la zona lumbar
        [both] los dos lados de la zona lumbar
       *[none] la zona lumbar
    }
region-abdomen = { $side ->
    [left] abdomen, lado izquierdo
    [right] abdomen, lado derecho
    [both] abdomen, ambos lados
   *[none] abdomen
  }
    .the = { $side ->
        [left] el lado izquierdo del abdomen
        [right] el lado derecho del abdomen
        [both] los dos lados del abdomen
       *[none] el abdomen
    }
region-hip = { $side ->
    [left] cadera izquierda
    [right] cadera derecha
    [both] ambas caderas
   *[none] cadera
  }
    .the = { $side ->
        [left] la cadera izquierda
        [right] la cadera derecha
        [both] las dos caderas
       *[none] la cadera
    }
region-glute = { $side ->
    [left] glúteo izquierdo
    [right] glúteo derecho
    [both] ambos glúteos
   *[none] glúteo
  }
    .the = { $side ->
        [left] el glúteo izquierdo
        [right] el glúteo derecho
        [both] los dos glúteos
       *[none] el glúteo
    }
region-thigh = { $side ->
    [left] muslo izquierdo
    [right] muslo derecho
    [both] ambos muslos
   *[none] muslo
  }
    .the = { $side ->
        [left] el muslo izquierdo
        [right] el muslo derecho
        [both] los dos muslos
       *[none] el muslo
    }
region-knee = { $side ->
    [left] rodilla izquierda
    [right] rodilla derecha
    [both] ambas rodillas
   *[none] rodilla
  }
    .the = { $side ->
        [left] la rodilla izquierda
        [right] la rodilla derecha
        [both] las dos rodillas
       *[none] la rodilla
    }
region-calf = { $side ->
    [left] pantorrilla izquierda
    [right] pantorrilla derecha
    [both] ambas pantorrillas
   *[none] pantorrilla
  }
    .the = { $side ->
        [left] la pantorrilla izquierda
        [right] la pantorrilla derecha
        [both] las dos pantorrillas
       *[none] la pantorrilla
    }
region-foot = { $side ->
    [left] pie izquierdo
    [right] pie derecho
    [both] ambos pies
   *[none] pie
  }
    .the = { $side ->
        [left] el pie izquierdo
        [right] el pie derecho
        [both] los dos pies
       *[none] el pie
    }
region-upper-arm = { $side ->
    [left] brazo izquierdo
    [right] brazo derecho
    [both] ambos brazos
   *[none] brazo
  }
    .the = { $side ->
        [left] el brazo izquierdo
        [right] el brazo derecho
        [both] los dos brazos
       *[none] el brazo
    }
region-forearm = { $side ->
    [left] antebrazo izquierdo
    [right] antebrazo derecho
    [both] ambos antebrazos
   *[none] antebrazo
  }
    .the = { $side ->
        [left] el antebrazo izquierdo
        [right] el antebrazo derecho
        [both] los dos antebrazos
       *[none] el antebrazo
    }
region-hand = { $side ->
    [left] mano izquierda
    [right] mano derecha
    [both] ambas manos
   *[none] mano
  }
    .the = { $side ->
        [left] la mano izquierda
        [right] la mano derecha
        [both] las dos manos
       *[none] la mano
    }
region-jaw = { $side ->
    [left] mandíbula, lado izquierdo
    [right] mandíbula, lado derecho
    [both] mandíbula, ambos lados
   *[none] mandíbula
  }
    .the = { $side ->
        [left] el lado izquierdo de la mandíbula
        [right] el lado derecho de la mandíbula
        [both] los dos lados de la mandíbula
       *[none] la mandíbula
    }

### Un momento dentro de una frase: «martes 3 de marzo a las 16:00». Antes va «el» (hasta el …).

date-in-full = { $weekday } { $day } a las { $time }
