### Abrir un enlace, aceptar, y lo que se dice a quien el bot no conoce.

consent =
    <b>{ $clinic } quiere acompañarle después de su punción seca</b> ({ $area }).
    Durante unos tres días recibirá algunos mensajes automáticos: recordatorios y preguntas breves sobre cómo está la zona. Puede detenerlos cuando quiera.
consent-emergency =
    ⚠️ Esto <b>no es un servicio de urgencias</b> y no se vigila las 24 horas. Si le cuesta respirar, le duele el pecho, pierde fuerza, se desmaya, sangra mucho o se siente muy mal, <b>llame ya al { $emergency }</b>. No espere respuesta.
consent-kept =
    <b>Qué se guarda:</b> su nombre tal como lo escribió la clínica, su cuenta de Telegram, su sesión y lo que usted responda y escriba aquí. Puede leerlo el equipo de la clínica; unas reglas fijas buscan respuestas preocupantes. Se borra { $days } días después de terminar el seguimiento, o cuando lo pida con /forget; solo pueden quedar números sin su nombre.
    En Telegram, los mensajes con bots no van cifrados de extremo a extremo. Más: /privacy
consent-given = ✅ Usted aceptó el { $at }.
consent-declined =
    <b>De acuerdo, no recibirá mensajes.</b> Su cuenta de Telegram no se guarda. Si cambia de idea, pida un enlace nuevo a { $clinic }: { $phone }. En una emergencia llame al { $emergency }.

joined =
    <b>Gracias, ya está todo listo.</b> { $restriction ->
        [over] El tiempo sin esfuerzos tras su sesión ({ $area }) ya ha pasado.
       *[running] Hasta el { $until }, evite los esfuerzos ({ $area }).
    }
    Escriba aquí siempre que algo le preocupe. /status muestra lo que viene, /help todo lo demás, /stop detiene los mensajes. En una emergencia llame al { $emergency }.
joined-again =
    <b>Ha empezado el seguimiento de su sesión de hoy</b> ({ $area }).
    Hasta el { $until }, evite los esfuerzos. Los recordatorios anteriores han terminado. /status muestra lo que viene, /stop detiene los mensajes. En una emergencia llame al { $emergency }.
cold-question =
    ❄️ Una pregunta antes de los primeros consejos: <b>¿le da problemas el frío sobre la piel?</b> Por ejemplo, por síndrome de Raynaud, alergia al frío, mala circulación, piel con poca sensibilidad o una enfermedad grave del corazón o de los pulmones. Si no responde, no recibirá consejos sobre el frío.
cold-fine = ❄️ <i>Anotado: el frío no le da problemas.</i>
cold-avoided = ❄️ <i>Anotado: no recibirá consejos sobre el frío.</i>
button-cold-fine = No me da problemas
button-cold-avoided = Sí, o no lo sé
joined-already = Ya se había unido. /status muestra lo que viene.

link-wrong = No conozco este enlace. Escanee el código otra vez o pida un enlace nuevo a { $clinic }: { $phone }.
link-used = Este enlace ya se ha usado. Pida uno nuevo a { $clinic }: { $phone }.
link-revoked = Este enlace ya no es válido. Pida uno nuevo a { $clinic }: { $phone }.
link-expired = Este enlace ha caducado: funcionaba durante 48 horas. Pida uno nuevo a { $clinic }: { $phone }.
link-taken = Otra persona abrió antes este enlace y solo funciona para ella. Si es el suyo, llame a { $clinic }: { $phone }.
declined-too-late = Usted ya había aceptado. /stop detiene los mensajes.
link-for-patient =
    <b>Este enlace es para su paciente { $name } ({ $code }).</b> Sigue funcionando: deje que lo escanee con su propio móvil.
    ¿El paciente es usted?
link-second-patient =
    <b>Esta cuenta de Telegram ya es de la persona con el código { $code }.</b> Cada cuenta sirve para una sola persona. ¿La nueva sesión también es suya?
link-other-person =
    Entonces la otra persona debe abrir el enlace en su propio móvil; sigue funcionando. Si no tiene Telegram, { $clinic } encontrará otra manera: { $phone }.
button-join-anyway = El paciente soy yo
button-same-person = Sí, es mía
button-other-person = No, de otra persona

invited =
    <b>Todavía no ha empezado nada: su invitación espera su respuesta.</b> Léala, por favor, y pulse uno de los dos botones.
invited-before =
    <b>Todavía no ha empezado nada: su invitación, más arriba, espera su respuesta.</b> Si la acepta, le escribo en los próximos días y puede escribir aquí siempre que algo le preocupe. Pulse, por favor, uno de los dos botones: escribirlo no basta.
    Hasta entonces nadie de { $clinic } lee lo que escriba aquí: llame al { $phone }; en una emergencia, al { $emergency }.

stranger-nothing-kept = <b>Aquí no se guarda nada sobre usted.</b> Lo que me escribe sin estar de alta se borra a los { $days } días.
stranger =
    <b>¡Hola! Este es el servicio automático de seguimiento de { $clinic }.</b>
    Aquí no consta su alta. Si le han tratado allí, pida su enlace: { $phone }.
    Esto no es un servicio de urgencias. Si le cuesta respirar, le duele el pecho, pierde fuerza, se desmaya, sangra mucho o se siente muy mal, llame ya al { $emergency }.
patients-only = Esto es para pacientes. /help muestra lo que puedo hacer por usted.
press-old = Este botón ya no está al día. /help muestra lo que puedo hacer por usted.
