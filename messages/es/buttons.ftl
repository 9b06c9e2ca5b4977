### Etiquetas de los botones. Breves: dos columnas en un móvil admiten unas 20 letras.

button-agree = Acepto
button-decline = No, gracias
button-done = Hecho
button-later = Más tarde
button-problem = Avisar de un problema
button-send = Enviar
button-none = Nada de esto
button-acknowledge = Me encargo
button-close = Cerrar
button-outcome-reassured = Tranquilizado
button-outcome-self-care = Consejos de cuidado
button-outcome-booked-in = Con cita
button-outcome-sent-to-emergency = Enviado a urgencias
button-outcome-could-not-reach = No localizado
button-with-help = Ya me atienden
button-cancel-enrollment = Cancelar el alta
button-back = Volver
button-number = { $number }
button-toggle = { $chosen ->
    [yes] ✅ { $label }
   *[no] { $label }
  }
