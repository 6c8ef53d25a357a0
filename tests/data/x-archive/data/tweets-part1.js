window.YTD.tweets.part1 = [{"tweet": {"id_str": "14", "created_at": "Wed Feb 01 12:03:00 +0000 2023",
"full_text": "Invented part"}}]
