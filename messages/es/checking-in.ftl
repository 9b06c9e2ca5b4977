### Los controles mientras se responden, y los botones de los recordatorios.

# $soreness va de 0 a 10, o -1 si no se dio; $chosen dice si se preguntó por señales y si se eligió alguna,
# $infection lo que se respondió sobre una infección.
check-in-so-far =
    <b>Su control</b>{ $soreness ->
        [-1] { "" }
       *[other] { "" } · molestia { $soreness }/10
    }{ $chosen ->
        [some] { "" } · { $signs }
        [none] { "" } · ninguna de las señales
       *[unasked] { "" }
    }{ $infection ->
        [no] { "" } · sin señales de infección
        [yes] { "" } · con alguna señal de infección
       *[unasked] { "" }
    }
check-in-once-more = { $because ->
    [outage] <b>He estado un rato sin conexión y puede haberse perdido alguna respuesta.</b> { $clinic } le pregunta otra vez; basta con responder una. Si le cuesta respirar, le duele el pecho o se desmaya, llame ya al { $emergency }.
    [worry] <b>¿Cómo está ahora?</b> { $clinic } sigue pendiente de lo que nos contó, así que los consejos esperan hasta entonces. Si le cuesta respirar, le duele el pecho o se desmaya, llame ya al { $emergency }; no espere respuesta.
   *[late] <b>Esto llega más tarde de lo previsto, así que solo va la pregunta más importante.</b> Si le cuesta respirar, le duele el pecho o se desmaya, llame ya al { $emergency }; no espere respuesta.
  }
check-in-over = <b>Este control ya pasó.</b> Más abajo tiene uno más reciente.
check-in-known = <b>Anotado.</b> { $clinic } ya se ha ocupado de estas respuestas. Si hay algo nuevo o empeora, escríbalo aquí o llame al { $phone }; en una emergencia, al { $emergency }.
check-in-correct-newer = Más abajo tiene un control más reciente. Cambie ahí sus respuestas, o escriba aquí qué es distinto.
check-in-see-below = { $tier ->
    [emergency] ⬇️ <b>Lea ahora el mensaje de abajo, por favor.</b>
   *[other] ⬇️ <b>Lea el mensaje de abajo, por favor.</b> Dice cuál es el siguiente paso.
  }
check-in-typed = { $left ->
    [yes] Anotado: <b>{ $answer }</b>. La siguiente pregunta está en su control, más arriba.
   *[no] Anotado: <b>{ $answer }</b>. La respuesta está en su control, más arriba.
  }
check-in-typed-sign = Anotado: <b>{ $signs }</b>. Toque en su control, más arriba, lo que más corresponda; después pulse «Enviar» o escriba «enviar».
check-in-off-the-scale = Responda, por favor, con un número del <b>0</b> al <b>10</b>: 0 = nada, 10 = lo peor que pueda imaginar.
check-in-other-question =
    { $soreness ->
        [-1] <b>Ahora está abierta otra pregunta.</b> Respóndala, por favor, en su control, más arriba:
       *[other] <b>Ahora está abierta otra pregunta.</b> Su molestia sigue anotada como { $soreness }/10; podrá cambiarla al final. Responda, por favor, en su control, más arriba:
    }
    { $question }
check-in-no-worse = Anotado: <b>{ $soreness }/10</b>, no más de lo que me dijo antes. Si empeora, escríbalo aquí.
check-in-sent-already = Sus respuestas ya están enviadas; no tiene que hacer nada más. Si algo le preocupa, escríbalo aquí.
check-in-nothing-chosen = Todavía no ha elegido nada. Toque lo que corresponda, o «Nada de esto».
check-in-signs-chosen = Ha elegido señales. Pulse «Enviar», o tóquelas otra vez para quitarlas.
aftercare-canceled = Su clínica ha puesto fin a este seguimiento. Si algo le preocupa, llame al { $phone }; en una emergencia, al { $emergency }.
not-your-buttons = Estos botones son del seguimiento de otra persona. No se ha cambiado nada.
button-correct = ✏️ Cambiar respuestas

### Hecho, Más tarde, Avisar de un problema

reminder-done = ✅ <i>Hecho</i>
reminder-comes-again = 🔁 <i>Volverá a llegarle: { $at }</i>
toast-done = Hecho ✅
toast-later = Volverá a llegarle: { $at }
later-again = Ya está previsto: volverá a llegarle { $at }.
later-once = Ya le llegó por segunda vez; no habrá una tercera.
later-done = Lo marcó como hecho; no volverá a llegarle.
later-stopped = Ahora los recordatorios están desactivados, así que este no volverá. Lo que escriba se sigue leyendo con las reglas de la clínica.
later-too-late = Para entonces ya no serviría, así que no volverá a llegarle. No pasa nada.
