### Lo que el bot añade por su cuenta a lo que entrega.

note-sent-again = <i>Enviado de nuevo: Telegram no confirmó la primera copia.</i>

# Un aviso que Telegram no aceptó, por correo; sin nombre ni palabras del paciente. $tier es emergency, urgent, watch o
# expected; $time, una fecha y hora.
fallback-subject = { $tier ->
    [emergency] EMERGENCIA: paciente { $code }, hay que atender ahora
    [urgent] URGENTE: paciente { $code }, hay que atender hoy
   *[other] Paciente { $code }: hay que revisarlo
  }
fallback-body = { $clinic }: el bot de seguimiento tiene un aviso sobre el paciente { $code } que Telegram no entrega al grupo del personal.
    Registrado: { $time }.
    Busque { $code } en el bot (/patient { $code }) o llame al paciente, y compruebe el grupo del personal: ¿sigue el bot dentro y puede escribir?
