### El equipo: invitaciones, funciones, el grupo del personal. Lo lee la gente de la clínica.

role-therapist = terapeuta
role-staff = miembro del personal
role-admin = administración

team-invited =
    <b>Enlace para una persona ({ $role })</b>
    { $link }

    Envíelo a quien corresponda. Funciona una sola vez, hasta { $until }.
team-invite-whom =
    ¿Para quién es el enlace? Escriba <code>/invite terapeuta</code> o <code>/invite personal</code>.
team-welcome-therapist =
    <b>Le damos la bienvenida al equipo, { $name }.</b> Aquí figura como terapeuta.
    Después de una sesión, escriba por ejemplo
    <code>/enroll María López, pantorrilla izquierda, 48h</code>
    y deje que el paciente escanee el código. /help muestra lo demás.
team-welcome-staff =
    <b>Le damos la bienvenida al equipo, { $name }.</b> Aquí figura como personal: las respuestas preocupantes de los pacientes llegan al grupo del personal y se contestan allí. /help muestra lo demás.
team-welcome-admin =
    <b>Hola, { $name }. Usted administra este bot.</b>
    1. Añádame al grupo del personal y escriba allí /staffhere.
    2. <code>/invite terapeuta</code> e <code>/invite personal</code> dan enlaces para su equipo.
    3. Dé de alta a alguien: <code>/enroll María López, pantorrilla izquierda, 48h</code>
team-joined = { $name } ha abierto su enlace y ya está en el equipo ({ $role }).
team-member-already = Ya está en el equipo, { $name } ({ $roles }).
team-overview =
    <b>{ $count ->
        [one] El equipo: una persona
       *[other] El equipo: { $count } personas
    }</b>
    { $lines }

    /invite añade a alguien, /remove lo quita.
team-line = • { $name }: { $roles }
team-remove-whom = <b>¿Quién deja el equipo?</b>
team-remove-sure = ¿Quitar a <b>{ $name }</b> ({ $roles }) del equipo? Desde ese momento no podrá hacer nada aquí.
team-removed = <b>{ $name } ya no está en el equipo.</b>
team-nobody-removed = No se ha quitado a nadie.
team-you-were-removed = Ya no forma parte del equipo de { $clinic } en este bot. Si es un error, hable con quien lo administra.
team-left-already = Esta persona ya no está en el equipo.
team-admin-by-setting = Esta persona administra por el ajuste ADMIN_IDS. Quite antes su número de ahí.
team-last-admin = Es la única persona que administra. Nombre antes a otra; si no, nadie podría gestionar el equipo.
team-only = Esto es para el equipo de { $clinic }. Si forma parte de él, pida un enlace a quien lo administra.
other-role = Su función no incluye esto. Pregunte a quien administra el equipo.
team-said =
    <b>No he hecho nada con eso.</b> En una emergencia, llame al { $emergency }. /help muestra lo que puedo hacer por usted. A los pacientes se les contesta en el grupo del personal, respondiendo a la ficha.
unknown-command-team = No conozco esa orden. /help muestra las que conozco.

help-team =
    <b>Lo que puedo hacer por usted</b>{ $therapist ->
        [yes]
            { "" }
            <code>/enroll María López, pantorrilla izquierda, 48h</code>: alta de un paciente tras la sesión; /enroll a solas pregunta paso a paso
            <code>/enroll K7F2, cuello, 24h</code>: nueva alta de un paciente conocido
            /patients: sus pacientes recientes
            <code>/patient K7F2</code>: un paciente
            <code>/cancel K7F2</code>: terminar un seguimiento
            /preview: los mensajes que recibiría un paciente
       *[no] { "" }
    }{ $staff ->
        [yes]
            { "" }
            En el grupo del personal: pulse <b>Me encargo</b> en una ficha, respóndala para escribir al paciente y después <b>Cerrar</b>. /flags muestra allí lo que está abierto.
       *[no] { "" }
    }{ $admin ->
        [yes]
            { "" }
            /invite, /team, /remove: el equipo
            /staffhere, escrito en un grupo: lo convierte en el grupo del personal
       *[no] { "" }
    }

staff-group-bound =
    <b>Este es ahora el grupo del personal.</b> Las respuestas preocupantes de los pacientes llegan aquí como fichas.
    Solo puede atenderlas quien está en el equipo: <code>/invite personal</code>, escrito en privado, da un enlace. Aquí los pacientes figuran por código, sin nombre.
staff-group-already = Este ya es el grupo del personal.
staff-group-moved = El grupo del personal es ahora otro. Las fichas ya no llegan aquí.
staff-group-hint = ¡Hola! Para que este sea el grupo del personal, quien administra el equipo escribe aquí /staffhere.
staff-group-not-yours = ¡Hola! Solo trabajo en el grupo del personal de { $clinic }. Quien administra su equipo puede escribir aquí /staffhere.
staff-group-lost =
    <b>Me han sacado del grupo del personal.</b> Hasta que vuelva, o se elija otro grupo con /staffhere, los avisos llegan en privado a todo el equipo.
staff-group-how = Escriba /staffhere en el propio grupo. Antes, añádame a él.
group-help =
    <b>Este es el grupo del personal.</b> Los avisos llegan como fichas: <b>Me encargo</b>, responder a la ficha para escribir al paciente y después <b>Cerrar</b>.
    /flags muestra lo abierto, <code>/patient K7F2</code> un paciente, /digest el resumen del día.
group-anonymous = Escribe en nombre del grupo y no puedo saber quién es. Desactive «Permanecer anónimo» en sus permisos y vuelva a intentarlo.
in-private-please = Escríbamelo en un chat privado, por favor.
only-staff-group = A esto solo respondo en el grupo del personal.

button-member = { $name }
button-remove-yes = Sí, quitar
button-keep-all = A nadie
