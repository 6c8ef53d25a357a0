window.YTD.deleted_tweets.part0 = [{"tweet": {"id_str": "15", "full_text": "Invented, gone",
  "deleted_at": "2023-02-02T12:00:00.000Z"}}]
