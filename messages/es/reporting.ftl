### Lo que se dice a los pacientes sobre lo que escriben, pulsan y envían. Primero, lo que importa.

report-invited =
    <b>Cuénteme qué le ocurre: escríbalo aquí con sus palabras.</b>
    Si le cuesta respirar, le duele el pecho, se desmaya, pierde fuerza o sensibilidad de repente o sangra mucho, no escriba: llame ya al { $emergency }.

### Sin peligro, según lo dicho. $region es la zona tratada, $day el día desde la sesión (4: más tarde).

report-expected-other =
    <b>Gracias, queda anotado.</b> Escriba aquí cuando algo cambie o le preocupe.{ $stopped ->
        [yes] { "" } Sus mensajes siguen desactivados.
       *[no] { "" }
    } Si algo empeora: { $phone }; en una emergencia, { $emergency }.
report-expected-thanks = De nada. 🙂 Escriba aquí cuando algo cambie o le preocupe.
report-expected-well = <b>Me alegra saberlo, gracias.</b> Si eso cambia, escriba aquí o llame al { $phone }.
report-expected-tired = <b>Gracias. El cansancio es frecuente el primer día o los dos primeros.</b> Descanse si le apetece y no conduzca mientras tenga sueño. Si dura más, díganoslo.
report-expected-cried = <b>Gracias por contarlo. A algunas personas les da por llorar un rato tras la sesión.</b> Si continúa o le pesa, escriba aquí o llame al { $phone }: le escuchará una persona.
report-expected-bruise-small = <b>Gracias. Un moretón pequeño y blando es frecuente y cambia de color durante unas dos semanas.</b> Si supera el tamaño de la palma, se endurece o late, llame ese mismo día al { $phone }.
report-expected-bled-a-little = <b>Gracias. Si dejó de sangrar al presionar, no hace falta nada más.</b> Si vuelve, presione 10 minutos; si no para, llame al { $phone }.
report-expected-dots-slight = <b>Gracias. Los puntitos rojos en los puntos de punción son frecuentes.</b> Manténgalos limpios, hoy sin cremas ni maquillaje. Si se calientan, se hinchan o se extienden, escriba aquí.
report-expected-itch-local = <b>Gracias. Un poco de picor en los puntos de punción es frecuente.</b> Procure no rascarse. Si la erupción se extiende, escriba aquí; si se le hinchan la cara, los labios o la garganta, llame al { $emergency }.
report-expected-nausea = <b>Gracias. Unas náuseas leves pueden aparecer el primer día.</b> Si no para de vomitar, llame al { $phone }.
report-expected-headache = <b>Gracias. Un dolor de cabeza leve puede aparecer el primer día.</b> Si es repentino e intenso, o con fiebre, vómitos, rigidez de cuello o problemas de visión, llame al { $emergency }.
report-expected-tingling = <b>Gracias. El hormigueo suele pasar en un día.</b> Si continúa o pierde fuerza en un brazo o una pierna, escriba aquí ese mismo día.
report-expected-sore = { $day ->
    [1] <b>Gracias. La molestia en { THE($region) } es frecuente el primer día</b>; al tercer día la mayoría está cerca de 0.
    [2] <b>Gracias. Algo de molestia en { THE($region) } es frecuente el primer día o los dos primeros</b>; al tercer día la mayoría está cerca de 0.
   *[other] <b>Gracias, queda anotado lo que nota en { THE($region) }.</b> Al tercer día la mayoría nota poco o nada; si la suya no baja, dígame un número del 0 al 10.
  } Muévase con suavidad; un paseo va bien. Si va a más, escriba aquí o llame al { $phone }.

report-watch = { $day ->
    [today] <b>Gracias. { $clinic } lo mirará hoy.</b>
    [later] <b>Gracias. { $clinic } lo mirará cuando abra, el { $opens }.</b>
   *[unknown] <b>Gracias. { $clinic } lo tiene en su lista.</b>
  } Si algo empeora, llame al { $phone }; en una emergencia, al { $emergency }. No necesita nuestro permiso para llamar.
report-passed-on = { $tier ->
    [emergency] <b>Si todavía no le está ayudando nadie, llame ya al { $emergency }. No espere respuesta aquí.</b> Se lo paso a { $who }, de { $clinic }.
   *[other] Se lo estoy pasando a <b>{ $who }</b>, de { $clinic }. Si empeora, no espere respuesta: { $phone }; en una emergencia, { $emergency }.
  }
report-added = { $tier ->
    [emergency] Lo añado para { $clinic }. <b>No espere respuesta, por favor: llame al { $emergency }.</b>
    [helped] Lo añado para { $clinic }. Quédese con quienes le atienden; si se quedara sin ayuda y empeora, llame otra vez al { $emergency }.
   *[urgent] Lo añado para { $clinic }. Si empeora, no espere respuesta: { $phone }; en una emergencia, { $emergency }.
  }
report-after-end = <b>Gracias.</b> Su seguimiento aquí ha terminado; si nota algo nuevo, llame a { $clinic }: { $phone }. En una emergencia, llame al { $emergency }.

stop-how = <b>¿No quiere más mensajes?</b> Pulse /stop y se acaban; con /pause se detienen por un tiempo. Lo que escriba aquí se lee igualmente.

media-unread = { $source ->
    [photo] <b>No puedo ver imágenes.</b> Escriba, por favor, en pocas palabras lo que se ve.
    [voice] <b>No puedo escuchar mensajes de voz.</b> Escriba, por favor, en pocas palabras lo que ha dicho.
    [video] <b>No puedo ver vídeos.</b> Escriba, por favor, en pocas palabras lo que se ve.
    [sticker] <b>No entiendo los stickers.</b> Escriba, por favor, en pocas palabras cómo está.
    [unread] <b>Algo falló por nuestra parte: lo último que envió o pulsó se ha perdido.</b> Envíelo otra vez, por favor.
   *[other] <b>Solo puedo leer texto.</b> Escriba, por favor, en pocas palabras lo que quería decirnos.
  } { $day ->
    [now] Aviso ya a { $clinic } de que ha enviado algo, porque hace menos de un día de las agujas.
    [today] { $clinic } verá hoy que ha enviado algo.
    [later] { $clinic } verá que ha enviado algo cuando abra, el { $opens }.
   *[unknown] { $clinic } encontrará una nota de que ha enviado algo.
  }
    Si es urgente, no espere: llame al { $phone }. Si le cuesta respirar, le duele el pecho, se desmaya o sangra mucho: { $emergency }.

### Una sola pregunta cerrada cuando las palabras dejan duda

doubt = <b>{ $question }</b>
    Si es así y es fuerte, o va a más: llame ya al { $emergency }.
doubt-again = Responda primero a esto, por favor: <b>{ $question }</b>
    Si es así y es fuerte, o va a más: llame ya al { $emergency }.
doubt-below = <i>{ $question } Se lo pregunto de nuevo abajo ⬇️</i>
doubt-any-sign = ¿Tiene ahora mismo algo de esto?
doubt-answered = { $question }
    <b>{ $answer }</b>
doubt-thanks = Gracias.
doubt-noted = Su respuesta queda anotada. Si algo cambia, escríbalo aquí.
doubt-no-thanks = { $flagged ->
    [urgent] <b>Gracias.</b> { $clinic } sigue teniendo que hablar con usted de lo que nos contó antes. Si cambia, escríbalo aquí; si se pone mal, llame al { $emergency }.
    [yes] <b>Gracias, es bueno saberlo.</b> { $day ->
        [today] { $clinic } mirará hoy de todos modos lo que escribió.
        [later] { $clinic } mirará de todos modos lo que escribió cuando abra, el { $opens }.
       *[unknown] { $clinic } tiene de todos modos en su lista lo que escribió.
    } Si cambia, escriba aquí; si se pone mal, llame al { $emergency }.
   *[no] <b>Gracias, es bueno saberlo.</b> Si cambia, escriba aquí; si se pone mal, llame al { $emergency }.
  }
button-yes = Sí
button-no = No
button-sign = { $label }

stranger-in-danger =
    { $kind ->
        [emergency-crisis] <b>Por favor, hable con una persona ahora mismo: llame al { $emergency }.</b> Diga que está pensando en quitarse la vida. Vaya con alguien de confianza y quédese con esa persona. Usted importa.
        [emergency-overdose] <b>Esto necesita atención médica urgente. Llame ya al { $emergency },</b> aunque se encuentre bien. Diga qué ha tomado, cuánto y cuándo, y guarde el envase para enseñarlo.
       *[emergency] <b>Si necesita ayuda ahora, llame al { $emergency }. No espere respuesta aquí.</b>
    }
    Este es el servicio automático de seguimiento de { $clinic } y { $invited ->
        [yes] usted aún no lo ha aceptado
       *[no] usted no está dado de alta
    }, así que nadie de la clínica se entera de lo que escriba aquí. Para hablar con la clínica, llame al { $phone }.
