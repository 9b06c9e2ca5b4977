### Lo que se guarda sobre las personas, y cómo verlo o borrarlo.

privacy =
    <b>Lo que el servicio de seguimiento de { $clinic } guarda sobre usted</b>
    • De la clínica: su nombre, la zona tratada, la hora de la sesión y los riesgos que importan para el seguimiento.
    • De usted: su cuenta de Telegram, idioma y zona horaria, sus respuestas y lo que escribe.

    <b>Para qué:</b> el seguimiento tras la punción seca. Unas reglas automáticas buscan respuestas preocupantes y las ponen ante el equipo de la clínica; decide una persona.
    <b>Quién lo ve:</b> el equipo de la clínica. En su grupo usted figura por código, sin nombre. Los nombres y las palabras se guardan cifrados.
    <b>Cuánto tiempo:</b> { $days } días después de terminar el seguimiento. Horas y recuentos sin su nombre pueden guardarse más.
    <b>Telegram:</b> los mensajes con bots no van cifrados de extremo a extremo; Telegram guarda su propia copia.

    /mydata lo muestra todo, /forget lo borra, /stop detiene los mensajes. Preguntas: { $phone }

mydata =
    <b>Todo lo que se guarda sobre usted</b>
    Nombre: { $name }
    Código: { $code }
    Idioma: { $language } · Zona horaria: { $zone }
    Consentimiento: { $consented }{ $withdrawn ->
        [yes] , retirado: { $withdrawn_at }
       *[no] { "" }
    }
    Dolor habitual antes de la sesión: { $baseline } · Frío sobre la piel: { $cold ->
        [fine] sin problemas
        [avoided] mejor evitarlo
       *[unasked] –
    }
mydata-enrollment =
    <b>Sesión</b> { $at }: { $area }, { $hours } h · { $state }{ $at_risk ->
        [yes] { " " }· { $risks }
       *[no] { "" }
    }
mydata-check-in =
    <b>Usted respondió</b> { $at }:
    { $answers }
mydata-answer = • { $question ->
    [soreness] molestia
    [symptoms] ha notado
    [interference] le estorba
    [infection] zona caliente, roja o hinchada, o fiebre
    [change] comparado con antes
    [baseline] dolor habitual antes de la sesión
   *[other] { $question }
  }: { $value }
mydata-report = <b>Usted { $source ->
    [text] escribió
    [edited] escribió (corregido)
    [caption] escribió bajo una imagen
    [photo] envió una imagen
    [voice] envió un mensaje de voz
    [sticker] envió una pegatina
    [check-in] respondió
    [button] pulsó
   *[other] envió
  }</b> { $at }: { $words }
mydata-flag = <b>Se puso ante el equipo</b> { $at } ({ $tier ->
    [emergency] emergencia
    [urgent] urgente
    [watch] para vigilar
   *[expected] esperable
  }), { $state ->
    [open] abierto
    [acknowledged] en curso
   *[closed] cerrado
  }
mydata-end = Eso es todo. Se borra { $days } días después de terminar el seguimiento. /forget lo borra ahora.

forget-sure =
    <b>¿Borrar todo lo que hay sobre usted?</b>
    Sus mensajes terminan y aquí se borran su nombre, sus palabras y su cuenta de Telegram. No se puede deshacer. La ficha de la clínica y la copia de este chat en Telegram siguen como están.{ $flagged ->
        [yes] { " " }<b>Lo último que comunicó sigue abierto</b>: se avisará al equipo de que usted lo ha pedido, y solo su nombre se queda hasta que lo cierren, para que sepan a quién llamar. Si empeora, llame al { $emergency }.
       *[no] { "" }
    }
forgotten =
    { $flagged ->
        [yes] <b>Hecho: aquí se ha borrado todo menos su nombre.</b> El equipo sabe que lo último que comunicó sigue abierto; su nombre se borrará cuando lo cierren. Si empeora, llame ya al { $emergency }.
       *[no] <b>Hecho: aquí se ha borrado todo lo que había sobre usted.</b>
    } También puede borrar este chat en Telegram. La clínica: { $phone }
forgotten-already = Aquí ya no hay nada sobre usted.
forget-not = No se ha borrado nada.
button-forget-yes = Sí, borrarlo todo
button-forget-no = No, conservarlo
