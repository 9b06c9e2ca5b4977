### Las órdenes del propio paciente.

help-patient =
    <b>Escriba aquí siempre que algo le preocupe</b>, con sus palabras. El equipo de { $clinic } puede verlo.
    /status: lo que viene
    /report: avisar de un problema
    /pause, /resume: dejar de recibir mensajes un tiempo
    /stop: no recibir más mensajes
    /language, /timezone: cómo y a qué hora le escribo
    /privacy, /mydata, /forget: lo que se guarda sobre usted

    ⚠️ Esto no es un servicio de urgencias. Si le cuesta respirar, le duele el pecho, pierde fuerza, se desmaya, sangra mucho o se siente muy mal, llame ya al <b>{ $emergency }</b>. La clínica: { $phone }
unknown-command = No conozco esa orden; /help muestra las que conozco. Si algo le preocupa, escríbalo aquí sin más.

status =
    <b>Lo que viene</b> ({ $area })
    { $lines }

    { $restriction }
status-line = • { $at }: { $what }
status-nothing-planned =
    <b>No hay más mensajes previstos</b> ({ $area }). Puede seguir escribiendo aquí.
    { $restriction }
status-restriction = { $over ->
    [talk] Hable con { $clinic } antes de cualquier esfuerzo: { $phone }.
    [yes] El tiempo sin esfuerzos terminó el { $until }.
   *[no] Evite los esfuerzos hasta el { $until }.
  }
status-paused =
    <b>Sus mensajes están en pausa</b> ({ $area }). /resume los reanuda. Sigo leyendo lo que escriba.
    { $restriction }
status-over = <b>Ahora no tiene ningún seguimiento en marcha.</b> Si algo le preocupa, llame a { $clinic }: { $phone }. En una emergencia llame al { $emergency }.

case-still-open = <b>Lo que avisó sigue abierto:</b> una persona de { $clinic } tiene que hablar con usted. { $tier ->
    [emergency] Si nadie le está atendiendo todavía, llame ya al { $emergency }; no nos espere.
    [helped] Si se quedara sin ayuda y empeora, llame otra vez al { $emergency }.
   *[urgent] Si empeora, no espere: llame al { $phone }; en una emergencia, al { $emergency }.
  }

paused =
    <b>En pausa.</b> No recibirá recordatorios ni preguntas hasta que envíe /resume.
    Si algo le preocupa, escriba aquí igualmente. En una emergencia llame al { $emergency }.
paused-already = Sus mensajes ya están en pausa. /resume los reanuda.
nothing-to-pause = No hay nada que pausar: no tiene mensajes previstos.
resumed = <b>Seguimos.</b> El próximo mensaje llega el { $next }. /status los muestra todos.
resumed-too-late = <b>Su seguimiento ha terminado entretanto</b>, así que no se enviará nada más. Si algo le preocupa, escriba aquí o llame a { $clinic }: { $phone }.
running-already = Sus mensajes están en marcha. /status muestra lo que viene.
nothing-to-resume = No hay nada que reanudar. Para una sesión nueva, { $clinic } le dará un enlace nuevo: { $phone }.

stopped =
    <b>Detenido. No recibirá más mensajes.</b>
    Si algo le preocupa, llame a { $clinic }: { $phone }. En una emergencia llame al { $emergency }. /forget borra lo que se guarda sobre usted.
stopped-with-flag =
    <b>Detenido. No recibirá más recordatorios ni preguntas de rutina</b>; como mucho, un mensaje más le preguntará si ya tiene ayuda.
    Lo último que comunicó sigue con el equipo de { $clinic }, que puede ponerse en contacto con usted. Si empeora, llame ya al <b>{ $emergency }</b>; no espere. La clínica: { $phone }
stopped-already = Sus mensajes ya estaban detenidos. Si algo le preocupa, llame a { $clinic }: { $phone }. En una emergencia llame al { $emergency }.
care-canceled =
    <b>{ $clinic } ha terminado sus mensajes de seguimiento.</b> Si no lo esperaba o algo le preocupa, llame al { $phone }. En una emergencia llame al { $emergency }.

language-name = Español
language-ask = <b>¿En qué idioma le escribo?</b>
language-chosen = A partir de ahora le escribo en este idioma ({ $name }).
language-not-known = Todavía no sé escribir en ese idioma. /language muestra los que conozco.
language-unknown-person = Recordaré su idioma cuando se haya unido. Pida su enlace a { $clinic }: { $phone }.
button-language = { $name }

timezone-ask =
    <b>Su zona horaria es { $zone }</b>; allí son las { $time }.
    Para cambiarla, escriba una ciudad, por ejemplo <code>/timezone Lisboa</code>, o <code>/timezone +2</code>.
timezone-chosen = <b>Donde usted está ({ $zone }) son las { $time }.</b> Los mensajes que faltan siguen ese reloj; /status los muestra.
timezone-needs-city = No puedo usar «{ $typed }»: no conozco ningún lugar que mantenga esa diferencia todo el año. Escriba, por favor, una ciudad cercana, por ejemplo <code>/timezone Lisboa</code>; así sigo su hora en verano y en invierno. No se ha cambiado nada.
timezone-unknown = No sé qué hora es en «{ $typed }». Escriba una ciudad grande cercana, por ejemplo <code>/timezone Lisboa</code>, o la diferencia con UTC, <code>/timezone +2</code>.
button-zone = { $name }
