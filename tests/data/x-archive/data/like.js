window.YTD.like.part0 = [{"like": {"tweetId": "2", "fullText": "Invented like"}}]
