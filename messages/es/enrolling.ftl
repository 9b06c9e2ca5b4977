### Altas de pacientes, la propia lista, cancelaciones. Lo leen los terapeutas (y el personal).

enrolled =
    <b>{ $name }</b> · <code>{ $code }</code>
    { $area }, { $hours } h{ $at_risk ->
        [yes] , { $risks }
       *[no] { "" }
    }

    El paciente puede escanear el código o abrir
    { $link }
    Funciona una sola vez, hasta { $link_until }.

    Sin esfuerzos hasta { $until }.
    Preguntas:
    { $checks }
    { $messages } mensajes en total; empiezan cuando el paciente acepta.{ $namesake ->
        [none] { "" }
       *[other] { "" }

            ⚠️ <code>{ $namesake }</code> se llama igual. ¿Es la misma persona? Entonces cancele esta alta y envíe <code>/enroll { $namesake }, …</code>
    }
enrolled-again =
    <b>{ $name }</b> · <code>{ $code }</code> tiene una nueva alta{ $reachable ->
        [yes] { " " }y ya lo sabe.
       *[no] .
            ⚠️ No se le puede escribir por Telegram (ha bloqueado el bot). Pídale que lo desbloquee.
    }
    { $area }, { $hours } h{ $at_risk ->
        [yes] , { $risks }
       *[no] { "" }
    }{ $earlier ->
        [yes]
            { "" }
            El plan de la sesión anterior ({ $earlier_area }) ha terminado; los avisos abiertos y los riesgos conocidos siguen.
       *[no] { "" }
    }{ $flag ->
        [none] { "" }
       *[other]
            { "" }
            ⚠️ <b>Este paciente tiene un aviso aún abierto ({ $flag ->
                [emergency] EMERGENCIA
                [urgent] URGENTE
               *[watch] VIGILAR
            }).</b> /patient { $code } lo muestra.
    }

    Sin esfuerzos hasta { $until }.
    Preguntas:
    { $checks }
enrolled-check = • { $at }

enroll-name-missing = Falta el nombre del paciente. Por ejemplo: <code>/enroll María López, pantorrilla izquierda, 48h</code>
enroll-name-too-long = El nombre es demasiado largo, caben 60 letras: «{ $typed }…». Por ejemplo: <code>/enroll María López, pantorrilla izquierda, 48h</code>
enroll-name-without-letters = «{ $typed }» no me sirve como nombre. Por ejemplo: <code>/enroll María López, pantorrilla izquierda, 48h</code>
enroll-unknown-words =
    <b>No entiendo «{ $typed }».</b>
    Zonas: cuello, hombro, espalda alta, espalda media, pecho, lumbar, abdomen, cadera, glúteo, muslo, rodilla, pantorrilla, pie, brazo, antebrazo, mano, mandíbula.
    Riesgos: anticoagulante, sangrado, embarazo, diabetes, inmunidad, pulmón, desmayo, sin hielo, líquidos limitados.
    Por ejemplo: <code>/enroll María López, pantorrilla izquierda, 48h, sin hielo</code>
enroll-two-areas = «{ $typed }» es una segunda zona. Escriba la que más se ha tratado: <code>/enroll María López, pantorrilla izquierda, 48h</code>
enroll-hours-range = «{ $typed }»: la restricción dura de 24 a 48 horas. Por ejemplo: <code>/enroll María López, pantorrilla izquierda, 36h</code>
enroll-two-hours = «{ $typed }» indica las horas dos veces. Por ejemplo: <code>/enroll María López, pantorrilla izquierda, 48h</code>
enroll-code-unknown = No conozco a ningún paciente { $code }. A un paciente nuevo se le da de alta por su nombre: <code>/enroll María López, pantorrilla izquierda, 48h</code>
code-unknown = No conozco a ningún paciente { $code }. Compruebe el código; no se ha cambiado nada.

draft-name = <b>¿A quién se ha tratado?</b> Escriba el nombre del paciente, o el código de uno conocido.
draft-known = { $facts }
draft-known-name = <b>{ $name }</b>
draft-known-hours = { $hours } h
draft-area =
    { $known }
    ¿Qué zona se ha tratado?
draft-side =
    { $known }
    ¿Qué lado?
draft-hours =
    { $known }
    ¿Cuánto tiempo sin esfuerzos?
draft-risks =
    { $known }
    ¿Se da algo de esto? Después, <b>Dar de alta</b>.
draft-over = Esta alta ya está hecha o se descartó. /enroll empieza otra.
draft-dropped = Descartada. No se ha dado de alta a nadie.
draft-done = Alta hecha, véala abajo.
button-side-left = Izquierda
button-side-right = Derecha
button-side-both = Ambos
button-side-none = Sin lado
button-hours = { $hours } h
button-draft-enroll = Dar de alta
button-draft-cancel = Descartar

risk-anticoagulant = anticoagulante
risk-bleeding = sangra con facilidad
risk-pregnant = embarazo
risk-diabetes = diabetes
risk-immune = defensas bajas
risk-lung = enfermedad pulmonar
risk-faint = se desmaya
risk-no-ice = sin hielo
risk-fluid-limit = líquidos limitados

message-kind = { $kind ->
    [summary] resumen
    [check_in] preguntas
    [hydration] bebida
    [stretching] movimiento suave
    [ice] frío
    [activity] actividad
    [closing] últimas preguntas
    [tail] control posterior
    [nudge] pregunta repetida
   *[other] mensaje
  }
enrollment-state = { $state ->
    [invited] aún no se ha unido
    [active] en marcha
    [paused] en pausa
    [completed] terminado
    [stopped] detenido por el paciente
    [canceled] cancelado
   *[declined] rechazado
  }

patients-none = Todavía no ha dado de alta a nadie. Por ejemplo: <code>/enroll María López, pantorrilla izquierda, 48h</code>
patients-list =
    <b>Pacientes recientes</b>
    { $lines }
patients-line = <code>{ $code }</code> { $name } · { $area } · { $state }{ $flag ->
    [open] { " " }🚩 aviso abierto
    [acknowledged] { " " }🚩 en curso
   *[none] { "" }
  }
patient-which = ¿Qué paciente? Por ejemplo: <code>/patient K7F2</code>
patient-named =
    <b>{ $name }</b> · <code>{ $code }</code>
    { $lines }
patient-coded =
    <b>Paciente { $code }</b>
    { $lines }
patient-session = { $area }, fin de la sesión { $ended } · { $state }
patient-course = { $known ->
    [yes] Dolor: { $course }
   *[no] Preguntas respondidas: { $answered }
  }
patient-restriction = { $over ->
    [yes] La restricción terminó { $until }
   *[no] Sin esfuerzos hasta { $until }
  }
patient-next = Siguiente: { $at }, { $what }
patient-flag = 🚩 { $at }: { $tier ->
    [emergency] emergencia
    [urgent] urgente
    [watch] vigilar
   *[expected] esperable
  }, { $state ->
    [open] abierto
    [acknowledged] en curso
   *[closed] cerrado ({ $outcome })
  }
patient-unreachable = ⚠️ Sin contacto por Telegram desde { $at }. Llame por teléfono.

cancel-which = ¿El alta de quién? Por ejemplo: <code>/cancel K7F2</code>
cancel-nothing = { $code } no tiene ningún alta que se pueda cancelar.
cancel-sure =
    <b>¿Cancelar el seguimiento de { $name }</b> ({ $code }, { $area })?
    Se le avisa una vez. Un aviso abierto sigue con el personal.
canceled =
    <b>Cancelado: { $name } ({ $code }).</b> { $told ->
        [yes] El paciente ya lo sabe.
       *[no] El enlace ya no funciona.
    }{ $flagged ->
        [yes] { " " }El aviso abierto sigue con el personal.
       *[no] { "" }
    }
canceled-already = Esta alta ya ha terminado.
cancel-kept = No se ha cancelado nada.
button-cancel-yes = Sí, cancelar
button-cancel-no = No, mantener

preview =
    <b>Lo que recibiría un paciente</b> ({ $area }, { $hours } h, sesión que termina ahora)
    Sin esfuerzos hasta { $until }.

    { $lines }
preview-line = • { $at }: { $what }

therapist-joined = <b>{ $name } ({ $code }) se ha unido.</b> Los mensajes ({ $area }) han empezado.
therapist-known-patient = <b>{ $name } ya es paciente: { $code }.</b> Lo ha dicho al abrir el enlace ({ $area }).
therapist-code-gone = El código nuevo, <code>{ $old }</code>, ya no vale.
therapist-risks-taken-over = Tomado de una sesión anterior: <b>{ $risks }</b>.
therapist-rest-taken-over = La restricción de la sesión anterior dura más, así que vale hasta el { $until }.
therapist-declined = { $name } ({ $code }) ha pulsado <b>No, gracias</b>. No se enviará ningún mensaje ({ $area }).
therapist-stopped = { $name } ({ $code }) ha detenido los mensajes.
staff-patient-stopped = <b>{ $code } ha detenido los mensajes.</b> El aviso sigue abierto. Si responde a su tarjeta, al paciente todavía le llega.
staff-patient-forgotten = <b>{ $code } ha pedido que se borre todo</b> con el aviso abierto. Aquí ya no queda su cuenta de Telegram; <code>/patient { $code }</code>, en un chat privado conmigo, muestra el nombre hasta que se cierre el caso. Localícele por la ficha de la clínica.
