### Lo que muestran los comandos, para quien instala el bot.

console-init-start = Unas pocas preguntas y se escribe aquí el archivo .env. Pulse Intro para aceptar el valor entre corchetes.
console-init-overwrite = Aquí ya hay un .env. ¿Responder de nuevo a las preguntas? Su DATA_KEY y todo lo que no se pregunta quedan como están.
console-init-kept = El .env se ha dejado como estaba.
console-init-wrong = { $key } { $fault }. Por ejemplo: { $example }
console-init-unwritable = No se puede escribir .env aquí: { $reason }
console-init-done =
    Escrito en .env. Guarde una copia de su DATA_KEY en un lugar seguro: sin ella no se podrán volver a leer ni los nombres ni los mensajes.
    A continuación: `aftercare-bot check` y después `aftercare-bot run`.
console-ask-telegram-bot-token = El token del bot, tal como lo dio BotFather (no se muestra al pegarlo)
console-ask-clinic-name = El nombre de la clínica, como lo conocen los pacientes
console-ask-clinic-phone = El teléfono de la clínica, que se muestra a los pacientes
console-ask-clinic-timezone = La zona horaria de la clínica
console-ask-clinic-hours = Cuándo se compromete el personal a mirar
console-ask-emergency-number = El número de emergencias al que deben llamar los pacientes
console-ask-default-language = El idioma cuando la aplicación de la persona no indica ninguno (en o es)

console-messages-exported = { $count } archivos copiados a { $folder }. Edítelos ahí, ponga esa carpeta en MESSAGES_DIR y ejecute `aftercare-bot messages check`.
console-messages-unsigned = { $file } (versión { $version }): nadie lo ha firmado todavía.
console-messages-examples = { $count } mensajes de ejemplo leídos; { $misses ->
    [0] todos salen como están etiquetados.
    [one] uno sale de otra forma (`--misses` lo muestra).
   *[other] { $misses } salen de otra forma (`--misses` los enumera).
  }
console-messages-figures =
    Peligros que llegan enseguida al personal o se preguntan: { NUMBER($caught, style: "percent", maximumFractionDigits: 2) }
    Emergencias a las que se indica llamar de inmediato: { NUMBER($emergencies, style: "percent", maximumFractionDigits: 1) }
    Mensajes inofensivos que dan una alarma: { NUMBER($alarmed, style: "percent", maximumFractionDigits: 1) }, que se preguntan: { NUMBER($asked, style: "percent", maximumFractionDigits: 1) }
    Distinción entre niveles (F1 macro): { NUMBER($even, minimumFractionDigits: 2, maximumFractionDigits: 2) }
console-messages-missed = { $count ->
    [one] A una emergencia no se le indica llamar de inmediato
   *[other] A { $count } emergencias no se les indica llamar de inmediato
  }; { $silent ->
    [0] cada una llega al personal o se pregunta.
    [one] una de ellas ni llega al personal ni se pregunta.
   *[other] { $silent } de ellas ni llegan al personal ni se preguntan.
  }
console-db-upgraded = La base de datos está al día (revisión { $revision }).
console-db-copied = Copiada a { $file }.
console-db-rekeyed = { $count } valores cifrados de nuevo con la primera clave de DATA_KEY. Las demás ya se pueden quitar.
console-triage-asks = pregunta: { $question } (si nadie responde: { $tier })

console-run-ready = @{ $username } funciona para { $clinic }. Deténgalo con Ctrl-C o SIGTERM.
console-run-claim =
    Nadie gestiona todavía el equipo. Abra este enlace en Telegram para ser el primer administrador; sirve una sola vez:
    { $link }
console-run-stopped = Detenido; nada ha quedado a medias.
console-run-waiting = No se puede contactar con Telegram; se intenta de nuevo.
console-run-deaf = No llega nada de Telegram ({ $trouble }): { $trouble ->
    [other-poller] otro programa recoge los mensajes de este bot con el mismo token. Deténgalo; si no lo encuentra, pida a BotFather un token nuevo (/mybots, Revoke).
    [token-refused] Telegram ya no acepta TELEGRAM_BOT_TOKEN. Pídalo a BotFather con /mybots.
    [webhook-set] este bot aún tenía puesto un webhook; se está quitando.
   *[no-answer] Telegram no responde como debería. Se intenta de nuevo hasta que responda.
  }
console-demo-ready =
    La demostración está en marcha. Abra { $url }
    Deténgala con Ctrl-C. Nada sale de este equipo y nada se guarda.

console-check-setting = { $key }: definido
console-check-settings = { $line }
console-check-database = base de datos: accesible y al día (revisión { $revision })
console-check-database-none = base de datos: { $file } aún no existe; `aftercare-bot run` lo crea
console-check-database-behind = base de datos: accesible, pero sus tablas no están al día; ejecute `aftercare-bot db upgrade`
console-check-database-bad = base de datos: no se puede abrir ({ $reason }); revise DATABASE_URL
console-check-data-key-bad = DATA_KEY: no abre lo guardado; añada detrás, separada por una coma, la clave que se usaba antes
console-check-token = token: aceptado, el bot es @{ $username }
console-check-token-bad = token: Telegram no acepta TELEGRAM_BOT_TOKEN; pídalo a BotFather con /mybots
console-check-unreachable = Telegram: no se puede contactar en TELEGRAM_API_URL ({ $reason })
console-check-staff-chat = grupo del personal: vinculado, y el bot está en él
console-check-staff-chat-none = grupo del personal: ninguno todavía; añada el bot al grupo y que un administrador envíe allí /staffhere
console-check-staff-chat-bad = grupo del personal: el bot no puede escribir en él; añádalo de nuevo y envíe /staffhere
console-check-team = equipo: { $count ->
    [one] una persona
   *[other] { $count } personas
  }
console-check-team-none = equipo: nadie todavía; `aftercare-bot run` muestra un enlace para el primer administrador
console-check-dead = bandeja de entrada: { $count ->
    [one] una actualización se apartó
   *[other] { $count } actualizaciones se apartaron
  } tras fallar una y otra vez ({ $kinds })
console-check-inbox = bandeja de entrada: nada apartado
console-check-messages = mensajes: { $line }
console-check-messages-bad = mensajes: { $line }
console-run-second = Otro proceso ya ejecuta el bot con esta base de datos. Solo puede haber uno: deténgalo primero.
console-run-lost = Se ha perdido el bloqueo de la base de datos y otro proceso puede haber tomado el relevo; este se ha detenido.
console-run-rehearsed = Esta base de datos se usó en un ensayo con CLOCK_SPEED, así que sus horas no son reales. Ponga en DATABASE_URL una nueva.
console-run-port-taken = Otro programa ocupa PORT { $port }; elija otro.
console-not-understood = No se entiende «{ $typed }»; por ejemplo: { $example }
console-none-of = «{ $typed }» no es ninguno de estos: { $known }
console-your-clinic = Su clínica
console-demo-port-taken = Otro programa ocupa el puerto { $port }; elija otro con --port.
console-demo-clinic = Fisioterapia Ribera
console-your-phone = (su teléfono)
