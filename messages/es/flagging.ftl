### Lo que se dice al paciente cuando algo necesita ayuda ya, o a una persona de la clínica; y quién lo ha visto.

# $known dice si se conoce la sesión; $at es cuándo terminó, $thinners si constan anticoagulantes.
emergency =
    🚨 <b>Esto necesita ayuda médica urgente. Llame ya al { $emergency }.</b>
    No conduzca. No espere nuestra respuesta. Si le cuesta respirar, siéntese con la espalda recta; si se marea, túmbese. Si puede, quédese con alguien.
    <b>Dígales:</b> «Me hicieron punción seca{ $known ->
        [yes] { "" } ({ $area }) el { $at }
       *[no] { "" }: en qué zona y cuándo
    }{ $thinners ->
        [yes] » y <b>que toma anticoagulantes o sangra con facilidad</b>.
       *[no] », y si toma anticoagulantes.
    }{ $pregnant ->
        [yes] { " " }<b>Diga también que está embarazada.</b>
       *[no] { "" }
    }
    Nada de volar, bucear ni hacer ejercicio hasta que le hayan visto.
emergency-press = Pulse el botón cuando ya le atiendan.
emergency-also = Diga también: punción seca ({ $area }) el { $at }.
emergency-crisis =
    🚨 <b>Hable ahora mismo con una persona, por favor: llame al { $emergency }.</b> No hace falta que lo explique todo; diga que piensa en quitarse la vida.
    Si puede, vaya con alguien de confianza y quédese a su lado, y aleje aquello con lo que podría hacerse daño. No espere nuestra respuesta. Usted importa.
    Pulse el botón cuando esté con alguien.
emergency-overdose =
    🚨 <b>Necesita ayuda médica urgente. Llame ya al { $emergency },</b> aunque se encuentre bien: algunos medicamentos hacen daño horas después.
    Diga qué tomó, cuánto y cuándo, y guarde la caja para enseñarla. Quédese con alguien. No conduzca, no espere nuestra respuesta.
    Si lo tomó porque quería morir, dígalo también: le van a ayudar. Pulse el botón cuando haya alguien con usted.
emergency-again =
    🚨 <b>¿Ha llamado ya al { $emergency }?</b> Si no, llame ahora, por favor. No conduzca y no nos espere.
    Pulse el botón cuando ya le atiendan.
with-help-thanks = <b>Qué bien que ya le atiendan.</b> Dígales lo de las agujas: dónde, cuándo y si toma anticoagulantes. Si se queda sin ayuda y empeora, vuelva a llamar al { $emergency }.
with-help-erased = Aquí ya no se guarda nada, así que no se avisa a nadie. Si la ayuda se va y empeora, llame otra vez al { $emergency }.
with-help-noted = ✅ <i>Ya le atienden.</i>
toast-with-help = Qué bien que ya le atiendan.

# $reachable dice si hay alguien del equipo a quien el bot pueda avisar.
urgent-open =
    <b>Alguien de { $clinic } tiene que hablar hoy con usted de esto.</b>
    { $reachable ->
        [yes] Estoy avisando a la clínica. Si en 30 minutos nadie se ha puesto en contacto, llame al { $phone }.
       *[no] Desde aquí no puedo avisar a la clínica; llame ya al { $phone }, por favor.
    }
    Si empeora, o le cuesta respirar, le duele el pecho, se desmaya, pierde fuerza o sangra mucho: llame enseguida al { $emergency }.
urgent-closed =
    <b>No lo deje para después, por favor. { $clinic } está cerrada ahora.</b>
    Llame al teléfono de atención urgente de su zona o vaya hoy a urgencias, y diga lo de la punción seca: dónde, cuándo y si toma anticoagulantes.
    { $known ->
        [yes] La clínica abre el { $opens }{ $reachable ->
            [yes] ; le dejo este aviso al equipo.
           *[no] : llame entonces al { $phone }.
        }
       *[no] Puede intentar hablar con la clínica en el { $phone }.
    }
    Si empeora, o le cuesta respirar, le duele el pecho, se desmaya, pierde fuerza o sangra mucho: llame enseguida al { $emergency }.

clinic-told = { $tier ->
    [emergency] 📨 Hemos avisado a la clínica. <b>No la espere: llame al { $emergency }.</b>
   *[urgent] { $open ->
        [no] 📨 Su mensaje espera al equipo de la clínica; puede que nadie lo lea antes de que abra, el { $opens }. Si empeora, no espere: llame al { $emergency }.
        [unknown] 📨 Su mensaje espera al equipo de la clínica; puede que hoy no lo lea nadie. Si empeora, no espere: llame al { $emergency }.
       *[yes] 📨 Hemos avisado a la clínica. Si empeora, no la espere: llame al { $emergency }.
    }
  }
clinic-not-told = { $tier ->
    [emergency] ⚠️ <b>No he podido avisar a la clínica. Llame al { $emergency }; para eso no necesita a la clínica.</b>
   *[urgent] ⚠️ <b>Desde aquí no he podido avisar a la clínica. Llame al { $phone }, por favor.</b> Si nadie contesta y empeora: { $emergency }.
  }
flag-seen-by = { $tier ->
    [emergency] 👤 <b>{ $who }, de { $clinic }, ya lo ha visto.</b> Lo primero es la ayuda: si no ha llamado al { $emergency }, llame ahora, por favor.
    [helped] 👤 <b>{ $who }, de { $clinic }, ya lo ha visto.</b> Quédese con quienes le atienden.
   *[urgent] 👤 <b>{ $who }, de { $clinic }, ya lo ha visto</b> y se pondrá en contacto con usted. Si empeora, no espere: llame al { $emergency }.
  }
relay-to-patient =
    💬 <b>{ $who }, { $clinic }:</b>
    { $words }

    <i>Puede contestar aquí mismo.</i>

### Lo que sabe el paciente cuando el equipo cierra el caso. $tier es el nivel que tenía.

flag-closed-reassured = <b>{ $clinic } lo ha revisado con usted y lo cierra por ahora.</b> Si vuelve o empeora, escriba aquí o llame al { $phone }; en una emergencia, al { $emergency }.
flag-closed-self-care = <b>{ $clinic } lo da por cerrado; siga, por favor, los consejos que le dieron.</b> Si no mejora como le dijeron, o empeora, escriba aquí o llame al { $phone }; en una emergencia, al { $emergency }.
flag-closed-booked-in = <b>{ $clinic } le ha dado cita para verlo.</b> Si empeora antes, no espere: llame al { $phone }; en una emergencia, al { $emergency }.
flag-closed-sent-to-emergency = <b>{ $clinic } ha anotado que usted va a urgencias.</b> Vaya, por favor, aunque se alivie, y diga lo de las agujas. Si no puede llegar: { $emergency }.
flag-closed-could-not-reach = <b>{ $clinic } ha intentado hablar con usted y no lo ha conseguido.</b> Llame al { $phone }, por favor. Si está mal o empeora, llame al { $emergency }.
