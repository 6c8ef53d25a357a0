window.YTD.tweets.part0 = [
  {"tweet": {"id_str": "11", "created_at": "Wed Feb 01 12:00:00 +0000 2023",
    "full_text": "Fish &amp; chips https://t.co/a", "display_text_range": ["0", "31"],
    "entities": {"hashtags": [{"text": "MeToo"}],
      "urls": [{"url": "https://t.co/a", "expanded_url": "https://example.org/?a=1&b=2"}]},
    "edit_info": {"edit": {"initialTweetId": "10", "editControlInitial": {"editTweetIds": ["10", "11"]}}}}},
  {"tweet": {"id_str": "12", "created_at": "Wed Feb 01 12:01:00 +0000 2023",
    "full_text": "RT @other: an invented repost that is c…"}},
  {"tweet": {"id_str": "13", "created_at": "Wed Feb 01 12:02:00 +0000 2023",
    "full_text": "An invented text that goes on for much longer than a tweet could once be. An invented text that goes on for much longer than a tweet could once be. An invented text that goes on for much longer than a tweet could once be. An invented text that goes on for much longer th… https://t.co/long"}}
];
