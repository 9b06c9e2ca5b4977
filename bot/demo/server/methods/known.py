"""The parameters each method knows, so that a misspelled one is noticed instead of ignored."""

_PLACING = (
    "chat_id message_thread_id direct_messages_topic_id disable_notification protect_content message_effect_id "
    "suggested_post_parameters"
)
_COPYING = f"{_PLACING} allow_paid_broadcast reply_parameters reply_markup"
_SENDING = f"{_COPYING} business_connection_id"
_CAPTION = "caption parse_mode caption_entities"
_SHOWN_CAPTION = f"{_CAPTION} show_caption_above_media"
_EDITING = "business_connection_id chat_id message_id inline_message_id reply_markup"
_COMMANDS = "scope language_code"
_KNOWN = {
    "getupdates": "offset limit timeout allowed_updates",
    "setwebhook": "url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token",
    "deletewebhook": "drop_pending_updates",
    "sendmessage": f"{_SENDING} text parse_mode entities link_preview_options",
    "sendphoto": f"{_SENDING} {_SHOWN_CAPTION} photo has_spoiler",
    "sendvoice": f"{_SENDING} {_CAPTION} voice duration",
    "sendsticker": f"{_SENDING} sticker emoji",
    "senddocument": f"{_SENDING} {_CAPTION} document thumbnail disable_content_type_detection",
    "sendvideo": f"{_SENDING} {_SHOWN_CAPTION} video duration width height thumbnail cover start_timestamp has_spoiler "
    "supports_streaming",
    "sendchataction": "business_connection_id chat_id message_thread_id action",
    "copymessage": f"{_COPYING} {_SHOWN_CAPTION} from_chat_id message_id video_start_timestamp",
    "forwardmessage": f"{_PLACING} from_chat_id message_id video_start_timestamp",
    "editmessagetext": f"{_EDITING} text parse_mode entities link_preview_options rich_message",
    "editmessagecaption": f"{_EDITING} {_SHOWN_CAPTION}",
    "editmessagereplymarkup": _EDITING,
    "deletemessage": "chat_id message_id",
    "setmessagereaction": "chat_id message_id reaction is_big",
    "answercallbackquery": "callback_query_id text show_alert url cache_time",
    "setmycommands": f"{_COMMANDS} commands",
    "getmycommands": _COMMANDS,
    "deletemycommands": _COMMANDS,
    "setmyname": "name language_code",
    "getmyname": "language_code",
    "setmydescription": "description language_code",
    "getmydescription": "language_code",
    "setmyshortdescription": "short_description language_code",
    "getmyshortdescription": "language_code",
    "getchat": "chat_id",
    "getchatmember": "chat_id user_id",
    "getchatadministrators": "chat_id return_bots",
    "getchatmembercount": "chat_id",
    "leavechat": "chat_id",
    "getfile": "file_id",
}
KNOWN_PARAMETERS = {method: frozenset(names.split()) for method, names in _KNOWN.items()}
NONE: frozenset[str] = frozenset()
