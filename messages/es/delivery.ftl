### Lo que el bot añade por su cuenta a lo que entrega.

note-sent-again = <i>Enviado de nuevo: Telegram no confirmó la primera copia.</i>
