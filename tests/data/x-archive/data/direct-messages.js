window.YTD.direct_messages.part0 = [{"tweet": {"id_str": "1", "full_text": "Invented message"}}]
