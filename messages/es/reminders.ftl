### Recordatorios y controles. La primera línea lleva el mensaje; “su clínica le pide”, nunca “la ciencia dice”.

reminder-summary =
    { $breathing ->
        [first] <b>Si le cuesta respirar o le duele al respirar, llame enseguida al { $emergency }, hoy o cualquier día.</b>
        [evening] <b>Si le cuesta respirar o le duele al respirar, llame enseguida al { $emergency }, también de noche.</b>
       *[listed] <b>Qué puede notar en { THE($region) } durante los próximos días.</b>
    }

    Es frecuente notar molestias, un moretón pequeño o cansancio. { $first_day ->
        [over] Al tercer día la mayoría apenas tiene molestias.
       *[running] La molestia suele ser mayor en las primeras horas y casi nula al tercer día.
    } Los problemas serios son raros.

    { $restriction ->
        [over] Las { $hours } horas sin esfuerzos que pide { $clinic } ya han pasado (hasta el { $until }).
       *[running] <b>{ $clinic } le pide: nada de esfuerzos hasta el { $until }.</b> Es decir, sin cargar peso, esprints, competiciones ni deportes de contacto. Caminar, el trabajo de oficina y el movimiento suave van bien. Si no podría mantener una conversación, es demasiado por ahora.
    }
    { $first_day ->
        [over] { "" }
       *[running] El día de la sesión: puede ducharse con agua templada; evite la sauna, el jacuzzi, el alcohol y el masaje fuerte en la zona. Piscina, pasadas 24 horas.{ " " }
    }Si se marea o tiene sueño, no conduzca hasta que pase del todo.

    <b>Llame ya al { $emergency }</b> si tiene falta de aire, dolor de pecho, un desmayo, debilidad o adormecimiento repentinos, sangrado abundante{ $area ->
        [thorax] , dolor al respirar, tos con sangre o tos seca nueva.
        [trunk] , dolor fuerte de vientre, o adormecimiento entre las piernas o dificultad para orinar.
        [jaw] , o hinchazón de la cara, la lengua o la garganta.
       *[limb] , o un brazo o una pierna que se pone muy dura, fría o pálida.
    }
    <b>Escriba aquí o llame al { $phone }</b> si tiene fiebre{ $area ->
        [thorax] , tos nueva con flemas
       *[limb] { "" }
    }, una zona caliente, roja o hinchada, un moretón que crece o un dolor que aumenta { $first_day ->
        [over] en vez de bajar.
       *[running] después del primer día.
    }

    Este es un servicio automático: no es un servicio de urgencias ni se vigila día y noche. Para dejarlo: /stop.

reminder-check-first =
    <b>¿Qué tal { THE($region) } desde la sesión?</b> Pregunta { $clinic }; es un minuto.
    Falta de aire, dolor de pecho o desmayo: llame ya al { $emergency }, no espere respuesta.

reminder-check-day-1 =
    <b>Ha pasado un día: ¿qué tal { THE($region) }?</b> Un breve control de { $clinic }.
    Falta de aire, dolor de pecho o desmayo: llame ya al { $emergency }, no espere respuesta.

reminder-check-day-2 =
    <b>Han pasado dos días: ¿qué tal { THE($region) }?</b> Un breve control de { $clinic }. A estas alturas la mayoría nota poco o nada.

reminder-closing =
    <b>Han pasado tres días: último control habitual de { $clinic } sobre { THE($region) }.</b>
    Vigile la zona durante dos semanas. Si se pone caliente, roja, hinchada o duele más, o si tiene fiebre, escriba aquí o llame al { $phone }. Falta de aire o dolor de pecho: { $emergency }, enseguida.

reminder-hydration = 💧 Beba agua como de costumbre. Si su médico le limita los líquidos, respete ese límite.
reminder-hydration-limited = 💧 Bebidas: respete la cantidad que le ha indicado su médico.

reminder-stretching = 🤸 Mueva hoy { THE($region) } con suavidad varias veces. Debe aliviar, no doler; pare al notar un estiramiento leve.

reminder-stretching-day-2 = 🤸 El movimiento suave también ayuda el segundo día: un paseo o estirar suavemente { THE($region) }. Debe aliviar, no doler.

reminder-ice =
    <b>El frío es opcional, solo para aliviar.</b> Si le sienta bien en { THE($region) }: como mucho de 10 a 15 minutos, con un paño húmedo en medio, y al menos una hora hasta la siguiente vez.
    Pare si la piel se pone blanca, salen ampollas, duele mucho o se duerme. Sin frío sobre piel herida o infectada, ni si el frío le ha dado problemas alguna vez.

reminder-activity-going-on =
    <b>Siga sin hacer esfuerzos hasta el { $until },</b> aunque note bien { THE($region) }. { $clinic } pide { $hours } horas: sin cargar peso, esprints, competiciones ni deportes de contacto.
    Caminar, bicicleta suave, trabajo de oficina y tareas de casa van bien.

reminder-activity-end =
    { $verdict ->
        [asked] <b>Ya han pasado las { $hours } horas sin esfuerzos que le pidió { $clinic }.</b> (El plazo terminó el { $until }.) Responda, por favor, a las preguntas de abajo: después le diré si puede retomar la actividad, si conviene otro día o si debe hablar antes con la clínica. Hasta entonces, solo movimiento suave.
        [clear] <b>Ya han pasado las { $hours } horas sin esfuerzos que le pidió { $clinic }.</b> (El plazo terminó el { $until }.) Por sus últimas respuestas puede ir retomando la actividad: empiece por la mitad de lo que suele hacer y pare si nota más dolor en { THE($region) }.
        [another-day] <b>Ya han pasado las { $hours } horas, pero deje descansar { THE($region) } otro día.</b> (El plazo terminó el { $until }.) Por sus últimas respuestas todavía necesita descanso: solo movimiento suave y después empiece poco a poco.
        [talk] <b>Por favor, hable con { $clinic } antes de hacer esfuerzos.</b> Las { $hours } horas eran hasta el { $until }, pero sus últimas respuestas debe verlas antes una persona: { $phone }.
       *[unknown] <b>Ya han pasado las { $hours } horas sin esfuerzos que le pidió { $clinic }.</b> (El plazo terminó el { $until }.) Si apenas nota molestia en { THE($region) }, retome la actividad poco a poco. Si no, dele otro día o llame antes al { $phone }.
    }

reminder-tail =
    <b>Una pregunta de { $clinic } sobre { THE($region) }.</b> Las infecciones son raras, pero pueden aparecer tarde; por eso volvemos a preguntar.

reminder-extra-dizzy =
    <b>Ha pasado una hora: ¿cómo se encuentra ahora?</b> Notó mareo, por eso { $clinic } vuelve a preguntar. Hasta que pase del todo: siéntese o túmbese y no conduzca. Si se desmaya o va a peor, llame al { $emergency }.

reminder-extra-dizzy-later =
    <b>¿Cómo se encuentra ahora?</b> En su última respuesta notaba mareo, por eso { $clinic } vuelve a preguntar. Hasta que pase del todo: siéntese o túmbese y no conduzca. Si se desmaya o va a peor, llame al { $emergency }.

reminder-extra-soreness =
    <b>¿Qué tal { THE($region) } ahora?</b> En su última respuesta notaba bastante molestia. Suele bajar en unas horas, por eso { $clinic } pregunta otra vez.

reminder-extra-tingling =
    <b>¿Se ha ido el hormigueo?</b> Suele pasar en un día, por eso { $clinic } pregunta otra vez. Si hay debilidad nueva o un adormecimiento que se extiende, llame al { $emergency }.

reminder-extra-tail =
    <b>Han pasado cinco días: ¿qué tal { THE($region) }?</b> Al tercer día aún notaba algo de molestia, por eso { $clinic } pregunta otra vez.

reminder-nudge =
    <b>Su control sigue abierto.</b> Bastan unos toques: ¿qué tal { THE($region) }? Si algo va mal, no espere respuesta: si le cuesta respirar, le duele el pecho o se desmaya, llame al { $emergency }; por lo demás, al { $phone }.

### Preguntas y respuestas posibles

question-soreness = Ahora mismo, ¿cuánto le molesta la zona tratada? <b>0</b> = nada, <b>10</b> = lo peor que pueda imaginar.
question-symptoms = ¿Ha tenido algo de esto desde la sesión? Toque todo lo que corresponda y después <b>Enviar</b>.
question-interference = ¿Cuánto le limita en lo que suele hacer?
question-infection = ¿Alguna de las zonas pinchadas está caliente, roja, hinchada o supura, o tiene fiebre o escalofríos? En piel morena u oscura, fíjese en el calor, la hinchazón y el dolor.
question-baseline = Y <b>antes</b> de la sesión, ¿cuánto le molestaba la zona? De 0 a 10.
question-change = En comparación con antes de la sesión, la zona tratada está ahora: <b>−5</b> = muchísimo peor, <b>0</b> = igual, <b>+5</b> = recuperada del todo.

choice-interference-not-at-all = Nada
choice-interference-a-little = Un poco
choice-interference-somewhat = Algo
choice-interference-quite-a-bit = Bastante
choice-interference-very-much = Muchísimo
choice-infection-no = No
choice-infection-yes = Sí

sign = { $sign ->
    [breathing] Falta de aire
    [chest-pain] Dolor de pecho
    [fainted] Desmayo
    [weak-numb] Debilidad, zona dormida
    [bleeding-swelling] Sangrado, gran hinchazón
    [fever] Fiebre
    [more-pain] Más dolor que antes
    [bruising] Moretón, sangrado leve
    [skin] Puntos rojos, picor
    [tired] Cansancio
    [faintness] Mareo
    [headache] Dolor de cabeza
    [tingling] Hormigueo
    [infection] Zona caliente, roja o que supura
   *[other] Otra cosa
  }

### Por qué un mensaje del plan se movió o se omitió, para `preview`

moved-quiet-hours = pasado a después de las horas de silencio
moved-before-quiet-hours = adelantado a antes de las horas de silencio
moved-joined-late = más tarde, porque el paciente se unió tarde
moved-at-once = enviado enseguida, como respuesta al unirse
moved-merged = unido a otro mensaje
dropped-not-for-this-patient = no corresponde a esta zona, riesgo o restricción
dropped-no-longer-useful = ya no sería útil para entonces
dropped-enough-messages = ya hay suficientes mensajes
dropped-good-answers = omitido porque las respuestas son buenas
