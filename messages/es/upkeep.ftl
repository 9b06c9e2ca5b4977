### Lo que se comunica a los administradores sobre el propio bot, y avisos que van por otra vía.

dead-letter = ⚙️ Una actualización de Telegram no se pudo procesar y se ha apartado; puede que alguien espere una respuesta.
    Número { $update }, { $error }. El responsable de informática la ve con <code>aftercare-bot check</code>.
alert-mail-subject = Aviso de seguimiento: { $tier }, paciente { $code }
alert-mail-body =
    La respuesta de un paciente requiere atención y no se ha podido entregar en el grupo del personal en Telegram.
    Código del paciente: { $code }
    Urgencia: { $tier }
    Desde: { $at }
    Busque al paciente por el código y póngase en contacto con él.
