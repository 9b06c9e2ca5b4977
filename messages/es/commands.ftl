### Lo que Telegram muestra junto a cada comando, y en un chat todavía vacío.

command-status = Qué viene ahora
command-report = Contar a la clínica cómo está
command-pause = Pausar los avisos
command-resume = Reanudar los avisos
command-stop = Parar todo
command-language = Cambiar el idioma
command-timezone = Cambiar la zona horaria
command-mydata = Qué datos míos se guardan
command-forget = Borrar mis datos
command-help = Qué puede hacer este bot
command-privacy = Privacidad
command-enroll = Dar de alta a un paciente
command-patients = Sus pacientes
command-patient = Un paciente: /patient K7F2
command-cancel = Cancelar un alta: /cancel K7F2
command-preview = Lo que recibiría un paciente
command-flags = Avisos abiertos, primero los más urgentes
command-digest = Resumen de hoy
command-invite = Invitar a fisioterapeutas o personal
command-team = Quién está en el equipo
command-remove = Quitar a alguien del equipo

bot-description =
    Seguimiento de { $clinic } después de la punción seca: recordatorios, preguntas y una vía para avisar a la clínica.
    Es un servicio automático, NO un servicio de urgencias, y no se vigila día y noche. Si le cuesta respirar, le duele el pecho, se desmaya, pierde fuerza o sangra mucho, llame ya al { $emergency }.
    Para empezar, escanee el código QR que le muestre su fisioterapeuta.
bot-short-description = Seguimiento de { $clinic } después de la punción seca. No es un servicio de urgencias: { $emergency }.
