### Respuestas a los controles que siguen el curso esperado o que el equipo revisa ese día.

reply-first-hours =
    <b>Gracias. Esta molestia en { THE($region) } es frecuente en las primeras horas tras la punción.</b>
    Suele bajar sobre todo entre las 6 y las 12 horas, y al tercer día la mayoría está cerca de 0. El movimiento suave va bien; descanse cuando le apetezca.

reply-first-hours-high =
    <b>Gracias. Es bastante molestia, pero en las primeras horas puede ocurrir.</b>
    La molestia en { THE($region) } suele bajar sobre todo entre las 6 y las 12 horas. Muévase con suavidad, sin esfuerzos.

reply-first-day =
    <b>Gracias. Esta molestia en { THE($region) } es frecuente el primer día.</b>
    Al tercer día la mayoría está cerca de 0. Muévase con suavidad; un paseo va bien.

reply-first-day-high =
    <b>Gracias. La molestia es algo alta para el primer día y debería empezar a bajar.</b>
    Siga moviendo { THE($region) } con suavidad, sin esfuerzos.

reply-second-day =
    <b>Gracias. Lo habitual el segundo día es notar poca molestia en { THE($region) }.</b>
    Al tercer día la mayoría no nota nada. Siga moviéndose con suavidad.

reply-second-day-slow =
    <b>Gracias. La molestia en { THE($region) } baja más despacio que en la mayoría, pero baja.</b>
    Algunas personas necesitan un tercer día. El movimiento suave ayuda más que el reposo.

reply-third-day =
    <b>Gracias. A estas alturas, la mayoría nota lo mismo que usted en { THE($region) }.</b>
    No hace falta nada más que lo que le siente bien. Al tocar, puede molestar un poco más de tiempo.

reply-third-day-tail =
    <b>Gracias. Un poco de molestia al tercer día puede ocurrir, y la suya va bajando.</b>
    Siga moviendo { THE($region) } con suavidad y retome la actividad poco a poco.

reply-better =
    <b>Gracias. Nota menos molestia en { THE($region) } que antes de la sesión.</b>
    Siga con movimiento suave.

reply-usual-first-hours = En las primeras horas la molestia puede ser fuerte. Suele bajar sobre todo entre las 6 y las 12 horas, y al tercer día la mayoría está cerca de 0.
reply-usual-first-day = El primer día es frecuente una molestia de hasta 5, y debería empezar a bajar. Al tercer día la mayoría está cerca de 0.
reply-usual-second-day = Al segundo día la mayoría nota poco o nada por las agujas.
reply-usual-later = A partir del tercer día la mayoría ya no nota nada por las agujas.

reply-watch =
    <b>Gracias. { $clinic } mirará sus respuestas { $day ->
        [today] hoy.
        [later] cuando vuelva a abrir, el { $opens }.
       *[unknown] en cuanto abra.
    }</b>
    Mientras tanto: solo movimiento suave, nada que aumente el dolor en { THE($region) }. Si algo empeora, llame al { $phone }. No necesita nuestro permiso para llamar.

reply-nothing =
    <b>Gracias. Ninguna de las señales de aviso, es bueno saberlo.</b>

reply-noted =
    <b>Gracias. Su respuesta queda anotada.</b>

advice-bruising = 🟣 <b>Moretón:</b> uno blando, de hasta el tamaño de la palma, es frecuente y cambia de color durante unas dos semanas. Si es mayor, crece, se endurece o late, llame hoy al { $phone }.
advice-bleeding = 🩸 <b>Sangrado:</b> si paró al presionar, no hace falta nada más. Si vuelve, presione 10 minutos; si no para, llame al { $phone }.
advice-tired = 😴 <b>Cansancio:</b> frecuente el primer día o los dos primeros. No conduzca mientras tenga sueño.
advice-faintness = 💫 <b>Mareo:</b> siéntese o túmbese, levántese despacio y no conduzca hasta que pase del todo. Si se desmaya o sigue a las dos horas, llame al { $emergency }.
advice-headache = 🤕 <b>Dolor de cabeza:</b> uno leve puede aparecer el primer día. Si es repentino e intenso, o con fiebre, vómitos, rigidez de cuello o problemas de visión, llame al { $emergency }.
advice-nausea = 🤢 <b>Náuseas:</b> pueden aparecer el primer día. Si no para de vomitar, llame al { $phone }.
advice-tingling = ✨ <b>Hormigueo:</b> suele pasar en un día. Si nota debilidad o no mueve bien una extremidad, llame enseguida al { $phone }; si son ambas piernas o un lado del cuerpo, al { $emergency }.
advice-skin = 🔴 <b>Puntos rojos o picor:</b> frecuentes en los puntos de punción. Manténgalos limpios, hoy sin cremas ni maquillaje, y no se rasque. Si la erupción se extiende, o se le hinchan la cara o la garganta, llame al { $emergency }.
advice-tearful = 💛 <b>Emociones:</b> a algunas personas les da por llorar un rato tras la sesión. Si continúa o le pesa, escriba aquí o llame al { $phone }: le escuchará una persona.
advice-more-pain = 📈 <b>Más dolor del de siempre:</b> puede reavivarse uno o dos días. Si pasados dos días sigue peor, díganoslo.

reply-follow-up-extra-1h = Le preguntaré otra vez dentro de una hora, porque notó mareo.
reply-follow-up-extra-6h = Le preguntaré otra vez en unas seis horas o por la mañana, para ver que va bajando.
reply-follow-up-extra-dizzy = Le preguntaré otra vez en unas seis horas o por la mañana, porque notó mareo.
reply-follow-up-recheck-12h = Le preguntaré otra vez en unas doce horas o por la mañana, para ver que va bajando.
reply-follow-up-recheck-24h = Le preguntaré mañana si se ha ido el hormigueo.
reply-follow-up-tail-120h = Le preguntaré otra vez el quinto día, porque aún no se ha ido del todo.
reply-follow-up-tail-7d = Le haré una pregunta más el séptimo día, por seguridad.

reply-reasons =
    <b>Escriba aquí o llame al { $phone }</b> si aumenta en vez de bajar, tiene fiebre{ $area ->
        [thorax] , tos nueva con flemas
       *[limb] { "" }
    } o alguna zona se pone caliente, roja o hinchada.
    <b>Llame enseguida al { $emergency }</b> si tiene { $area ->
        [thorax] falta de aire, dolor al respirar, dolor de pecho, tos seca nueva, tos con sangre, un desmayo, debilidad o adormecimiento, o sangrado abundante.
        [trunk] falta de aire, dolor fuerte de vientre, piernas débiles o dormidas, adormecimiento entre las piernas, dificultad para orinar o un desmayo.
        [jaw] dificultad para respirar o tragar, hinchazón de la cara o la garganta, la cara caída o un desmayo.
       *[limb] falta de aire, dolor de pecho, un desmayo, o un brazo o una pierna que se pone muy dura, fría, pálida o dormida.
    }

reply-fewer = 👍 Va bien, así que a partir de ahora le llegarán menos recordatorios.
reply-all-well = Sus últimas respuestas fueron buenas, así que esta vez solo le pregunto una cosa.
reply-closing = 👁 Este era el último control habitual. Vigile la zona durante dos semanas; hasta entonces puede seguir escribiendo aquí.

### El final de la restricción según las respuestas, como respuesta

reply-activity-clear = ✅ <b>Ya han pasado las { $hours } horas sin esfuerzos.</b> Empiece por la mitad de lo que suele hacer y pare si nota más dolor en { THE($region) }.
reply-activity-another-day = ⏳ <b>Dele otro día.</b> Las { $hours } horas han pasado, pero todavía conviene dejar descansar { THE($region) }: hoy movimiento suave y después poco a poco.
reply-activity-talk = ☎️ <b>Nada de esfuerzos hasta que haya hablado con { $clinic }:</b> { $phone }.

reply-case-open = <b>Anotado, gracias. Lo que avisó antes sigue abierto:</b> una persona de { $clinic } todavía tiene que hablar con usted. { $tier ->
    [emergency] Si era cierto, o vuelve, llame ya al { $emergency }; no nos espere. Nada de esfuerzos hasta que le hayan visto.
    [helped] Quédese con quienes le atienden. Si se quedara sin ayuda y empeora, llame otra vez al { $emergency }.
   *[urgent] Si empeora, no espere: llame al { $phone }; en una emergencia, al { $emergency }. Nada de esfuerzos hasta que hayan hablado.
  }
