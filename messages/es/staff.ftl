### Lo que lee el equipo: la ficha de un aviso, lo que cuelga de ella, listas. Nunca el nombre de un paciente.

# $waited: minutos sin que nadie se encargue, 0 en la primera ficha; $hours_waited: horas enteras, desde dos. $known: si se conoce una sesión.
card =
    <b>{ $tier ->
        [emergency] 🔴 EMERGENCIA
        [urgent] 🟠 URGENTE
       *[watch] 🟡 VIGILAR
    } · { $code }</b>{ $waited ->
        [0] { "" }
       *[other] { "" } · ⏰ nadie se encarga desde hace { $hours_waited ->
           [0] { $waited } min
          *[other] { $hours_waited } h
       }
    }
    { $known ->
        [yes] { $area } · { $hours } h desde la sesión{ $at_risk ->
            [yes] { "" } · <b>{ $risks }</b>
           *[no] { "" }
        }
       *[no] sin sesión registrada
    }
card-older =
    <b>{ $tier ->
        [emergency] 🔴 EMERGENCIA
        [urgent] 🟠 URGENTE
       *[watch] 🟡 VIGILAR
    } · { $code }</b> · ficha más reciente abajo ⬇️
card-risk = { $risk ->
    [anticoagulant] anticoagulantes
    [bleeding] trastorno de la coagulación
    [pregnant] embarazo
    [diabetes] diabetes
    [immune] inmunidad baja o prótesis
    [lung] enfermedad pulmonar
    [faint] se desmaya con las agujas
    [no-ice] sin hielo
    [fluid-limit] límite de líquidos
   *[other] otro riesgo
  }
card-said = { $source ->
    [edited] ✏️ cambiado a: «{ $words }»
    [caption] 🖼 con una imagen: «{ $words }»
   *[text] «{ $words }»
  }
card-said-more = … y { $count } más, que aquí no se muestran.
card-sent = { $source ->
    [photo] 🖼 envió una imagen (aquí no se guarda: pregunte al paciente)
    [voice] 🎤 envió un mensaje de voz (aquí no se guarda: pregunte al paciente)
    [video] 🎬 envió un vídeo (aquí no se guarda: pregunte al paciente)
    [sticker] envió un sticker
    [unread] ⚙️ envió o pulsó algo que se perdió por un fallo de aquí: pregúntele
    [silence] 🔇 sin respuesta ({ $sign })
    [button] pulsó: { $sign }
   *[other] envió algo que no puedo leer: pregunte al paciente
  }
card-answered = Control: { $answers }
answered-soreness = { $soreness ->
    [-1] sin dato de molestia
   *[other] molestia { $soreness }/10
  }
answered-interference = le limita: { $choice }
answered-signs = <b>{ $signs }</b>
answered-no-signs = { $given ->
    [yes] ninguna de las señales
   *[no] señales sin responder
  }
answered-infection = { $given ->
    [yes] <b>zona caliente, roja, hinchada o que supura, o fiebre: sí</b>
    [no] zona caliente, roja, hinchada o que supura, o fiebre: no
   *[open] pregunta sobre infección sin responder
  }
answered-change = en comparación con antes de la sesión: <b>{ $change }</b> (de −5 a +5)
answered-taken-back = retirado después: <b>{ $signs }</b>
card-elsewhere = También punción en: { $area }, { $at }
card-why = <i>Por qué:</i>
    { $reasons }
card-reason = • { $reason }
card-course = Molestia hasta ahora: { $course }
card-with-help = 🏥 El paciente pulsó «Ya me atienden», { $at }
card-replied = { $fate ->
    [sent] ↩️ { $who }: «{ $words }» ✓
    [failed] ↩️ { $who }: «{ $words }» ✗ sin entregar
    [uncertain] ↩️ { $who }: «{ $words }» (entrega sin confirmar)
   *[planned] ↩️ { $who }: «{ $words }» …
  }
card-open = { $before ->
    [nobody] Desde { $at }. Nadie se ha encargado todavía.
   *[other] ❗ <b>Peligro nuevo, avisado de nuevo { $at }.</b> { $before } tenía lo anterior; de esto no se ha hecho cargo nadie.
  }
card-taken = 👤 Se encarga <b>{ $who }</b>, desde { $at }. { $reachable ->
        [yes] Una respuesta a este mensaje llega al paciente.
       *[no] El paciente ya no tiene chat aquí: use la ficha de la clínica.
    }
card-erased = borrado, a petición del paciente
card-closed = ✅ Cerrado por <b>{ $who }</b>, { $at }: { $outcome }
card-not-by-chat =
    ⚠️ <b>Una emergencia no se cierra solo por chat.</b> ¿Ha hablado alguien con el paciente, por teléfono o en persona, y está de acuerdo un segundo profesional, o consta que ya le están atendiendo?
card-sign = { $sign ->
    [danger-now] la pregunta sobre señales de peligro
    [yes] sí, a la pregunta cerrada
    [no] no, a la pregunta cerrada
    [check-4h] primer control
    [check-24h] control al día siguiente
    [check-48h] control a los dos días
    [closing] último control
    [tail-day-7] pregunta sobre infección del día 7
    [tail-7d] pregunta sobre infección del día 7
    [tail-day-14] pregunta sobre infección del día 14
    [tail-120h] control adicional del día 5
    [extra-1h] control adicional una hora después de notar mareo
    [extra-dizzy] control adicional tras notar mareo
    [extra-6h] control adicional por molestia alta, 6 h después
    [recheck-12h] control adicional por molestia alta, 12 h después
    [recheck-24h] control adicional por hormigueo
    [none] nada
    [breathing] falta de aire
    [chest-pain] dolor de pecho
    [fainted] desmayo
    [weak-numb] debilidad o adormecimiento
    [bleeding-swelling] sangrado o gran hinchazón
    [fever] fiebre
    [more-pain] más dolor que antes
    [bruising] moretón o sangrado leve
    [skin] puntos rojos o picor
    [tired] cansancio
    [faintness] mareo
    [headache] dolor de cabeza
    [tingling] hormigueo
    [infection] zona caliente, roja o que supura
   *[other] véase el motivo
  }

flag-held = ⏳ <b>{ $tier ->
        [emergency] EMERGENCIA
       *[urgent] URGENTE
    } · { $code }</b>: { $who } lo tiene desde { $since } y no consta ninguna respuesta al paciente ni resultado. ¿Se ha hablado con él o ella? Responda a la ficha o ciérrela con su resultado.
under-card-added = { $tier ->
    [emergency] 🔴 <b>{ $code } añade:</b>
    [urgent] 🟠 <b>{ $code } añade:</b>
   *[other] 💬 <b>{ $code } añade:</b>
  }
under-card-with-help = 🏥 A <b>{ $code }</b> ya le atienden. El caso sigue abierto: hagan el seguimiento y ciérrenlo.

button-close-sure = Sí, cerrar
button-show-flag = { $tier ->
    [emergency] 🔴 { $code }
    [urgent] 🟠 { $code }
   *[watch] 🟡 { $code }
  }
toast-acknowledged = Queda a su cargo. Una respuesta a la ficha llega al paciente.

flag-only-staff = Solo el equipo de la clínica puede hacer esto. No se ha cambiado nada. Si usted pertenece a él, pida un enlace a quien administra.
flag-gone = Este caso se borró a petición del paciente.
flag-already-taken = Ya se encarga { $who }.
flag-already-yours = Ya está a su cargo.
flag-already-closed = Este caso ya está cerrado.
flag-take-it-first = Nadie se encarga todavía. Pulse antes «Me encargo».

relay-anonymous = No puedo pasarlo: escribe en nombre del grupo y el paciente tiene que saber quién contesta. Desactive «Permanecer anónimo» en sus permisos y responda otra vez.
relay-no-patient = { $code } no está en Telegram conmigo, así que no se ha entregado. Llame por teléfono, por favor.
relay-only-words = Solo puedo pasar texto; esto no se ha entregado. Escríbalo como respuesta, por favor.
relay-too-long = Es demasiado largo para pasarlo (como máximo { $most } letras); no se ha entregado nada.
relay-edited = Un mensaje cambiado no se envía otra vez. Escriba una respuesta nueva a la ficha.
relay-takes = Con esta respuesta se encarga usted de { $code }. Sus palabras van de camino; la ficha muestra ✓ cuando Telegram las acepta.
relay-failed = ❌ <b>Su respuesta a { $code } no se pudo entregar.</b> Llame al paciente, por favor.

flags-none = ✅ No hay casos abiertos.
flags-listed = <b>{ $count ->
    [one] Un caso abierto
   *[other] { $count } casos abiertos
  }</b>
flags-line = { $tier ->
    [emergency] 🔴
    [urgent] 🟠
   *[watch] 🟡
  } <b>{ $code }</b>{ $known ->
    [yes] { "" } · { $area }
   *[no] { "" }
  } · { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h
  } · { $state ->
    [acknowledged] 👤 { $who }
   *[open] sin nadie a cargo
  }
    { $why }
phone-today = 📞 <b>Por favor, llame hoy:</b>
flags-more = … y { $count } más.
digest = <b>🗒 { $count ->
    [0] Ningún caso abierto
    [one] Un caso abierto
   *[other] { $count } casos abiertos
  }</b>
    Avisos en las últimas 24 horas: { $heard }. Sin nada fuera de lo habitual: { $expected }.
digest-silent = 🔇 Sin respuesta al último control ({ $count }): { $codes }

staff-group-gone = ⚠️ <b>Ya no puedo escribir en el grupo del equipo.</b> Los avisos llegan ahora en privado a todo el equipo. Vuelvan a añadirme al grupo, o elijan otro con /staffhere.
patient-lost = 📵 <b>Ya no se puede contactar con { $code } por Telegram</b> (me ha bloqueado o la cuenta ya no existe).{ $flagged ->
    [yes] { "" } Hay un caso abierto: llamen por teléfono, por favor.
   *[no] { "" } Los controles se han detenido.
  }
patient-found = 📶 Vuelve a ser posible contactar con { $code }.

### Motivos que no están en ningún fichero de reglas

rule-media = Envió algo que aquí no se puede leer
rule-answered-since = Al principio no respondió; después sí
rule-asks-to-stop = Pide no recibir más mensajes
rule-media-near-lung = Envió algo que aquí no se puede leer, en las 24 horas tras punción cerca del pulmón
rule-silent-open-flag = Sin respuesta aunque hay un caso abierto: llamar ya
rule-silent-region = Sin respuesta al control, punción cerca del pulmón: llamar hoy
rule-silent-risk = Sin respuesta al control, riesgo registrado: llamar hoy
rule-silent-after-watch = Sin respuesta al control tras un aviso anterior: llamar hoy
rule-silent-low-risk = Sin respuesta al control
rule-answers-staff = Responde a lo que escribió alguien del equipo
rule-doubt-yes = Respondió que sí a la pregunta cerrada
rule-doubt-no = Respondió que no a la pregunta cerrada
rule-doubt-unanswered = Sin respuesta a la pregunta cerrada en 10 minutos: se toma el peor caso
