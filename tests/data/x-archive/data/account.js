window.YTD.account.part0 = [{"account": {"accountId": "7", "username": "anna", "accountDisplayName": "Anna"}}]
