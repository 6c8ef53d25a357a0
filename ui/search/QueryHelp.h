#pragma once

#include <QDialog>

namespace tidemark {

/// The query language on one card, with examples. Plain text throughout.
class QueryHelp final : public QDialog
{
    Q_OBJECT

public:
    explicit QueryHelp(QWidget *parent = nullptr);
};

} // namespace tidemark
