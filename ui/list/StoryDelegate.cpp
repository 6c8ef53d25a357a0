#include "list/StoryDelegate.h"

#include "dialogs/ForeignText.h"
#include "list/StoryCard.h"
#include "model/StoryListModel.h"
#include "theme/Colours.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>
#include <numbers>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int signSize = 12;
constexpr int signGap = 3;

QPainterPath starPath(QPointF centre, double radius)
{
    QPainterPath path;
    for (int i = 0; i < 10; ++i) {
        const double angle = std::numbers::pi * (i / 5.0 - 0.5);
        const double reach = i % 2 == 0 ? radius : radius * 0.45;
        const QPointF point = centre + QPointF(std::cos(angle), std::sin(angle)) * reach;
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

/// A sheet with two lines on it.
void paintNote(QPainter *painter, QPointF centre)
{
    const QRectF sheet(centre - QPointF(4, 5), QSizeF(8, 10));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(sheet);
    painter->drawLine(sheet.topLeft() + QPointF(2, 3.5), sheet.topRight() + QPointF(-2, 3.5));
    painter->drawLine(sheet.topLeft() + QPointF(2, 6.5), sheet.topRight() + QPointF(-2, 6.5));
}

/// A quotation mark, struck out.
void paintDoNotQuote(QPainter *painter, QPointF centre)
{
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(centre, 5, 5);
    painter->drawLine(centre + QPointF(-3.5, 3.5), centre + QPointF(3.5, -3.5));
}

int marksWidth(const StoryRow &story)
{
    const int marks = int(story.starred) + int(story.hasNote) + int(story.doNotQuote);
    return marks * (signSize + signGap);
}

void paintMarks(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room, const StoryRow &story)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    const QColor ink = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor accent = selected ? ink : option.palette.color(QPalette::Highlight);
    QPointF at(room.left() + signSize / 2.0, room.center().y() + 0.5);
    const auto next = [&] { at.rx() += signSize + signGap; };
    if (story.starred) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(accent);
        painter->drawPath(starPath(at, signSize / 2.0));
        next();
    }
    painter->setPen(QPen(ink, 1));
    if (story.hasNote) {
        paintNote(painter, at);
        next();
    }
    if (story.doNotQuote)
        paintDoNotQuote(painter, at);
    painter->restore();
}

QFont smallOf(QFont font)
{
    font.setBold(false);
    font.setPointSizeF(std::max(7.5, font.pointSizeF() * 0.88));
    return font;
}

/// What stands before the opening.
QString copiesBefore(const StoryRow &story)
{
    return story.copies > 0 ? StoryListModel::copiesText(story.copies) + u" · "_s : QString();
}

QString textOf(const QModelIndex &index, StoryListModel::Column column)
{
    return index.siblingAtColumn(column).data(Qt::DisplayRole).toString();
}

/// Not cut at the room's height: another font's signs, such as an isolate that isn't seen, make a line higher.
void drawElided(QPainter *painter, const QRect &room, Qt::Alignment alignment, const QString &text)
{
    painter->drawText(room, int(alignment | Qt::AlignVCenter) | int(Qt::TextSingleLine | Qt::TextDontClip),
                      isolated(painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width())));
}

} // namespace

void StoryDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto loaded = index.data(StoryListModel::RowRole);
    if (!loaded.isValid()) {
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
        return;
    }
    const auto story = loaded.value<StoryRow>();
    const int column = index.column();
    option->font.setBold(!story.read && column == StoryListModel::OpeningColumn);
    option->fontMetrics = QFontMetrics(option->font);
    if (column == StoryListModel::OpeningColumn) // in its own direction, whatever the window's
        option->direction = option->text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
    if (column == StoryListModel::OpeningColumn)
        option->text.prepend(copiesBefore(story));
    if (column != StoryListModel::OpeningColumn && story.read)
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    if (column == StoryListModel::MarksColumn)
        option->text.clear();
}

int StoryDelegate::cardHeight(const QFont &font)
{
    return QFontMetrics(font).height() + QFontMetrics(smallOf(font)).height();
}

void StoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (m_cards) {
        paintCard(painter, option, index);
        return;
    }
    if (index.column() == StoryListModel::OpeningColumn && !m_marks.isEmpty()) {
        paintMarkedColumn(painter, option, index);
        return;
    }
    QStyledItemDelegate::paint(painter, option, index);
    if (index.column() != StoryListModel::MarksColumn)
        return;
    const QVariant loaded = index.data(StoryListModel::RowRole);
    if (loaded.isValid())
        paintMarks(painter, option, option.rect.adjusted(4, 0, 0, 0), loaded.value<StoryRow>());
}

void StoryDelegate::paintMarkedColumn(QPainter *painter, const QStyleOptionViewItem &option,
                                      const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString opening = std::exchange(row.text, {});
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &row, row.widget) + 1;
    painter->save();
    painter->setClipRect(row.rect);
    painter->setFont(row.font);
    painter->setPen(
        row.palette.color(row.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text));
    const QString copies = copiesBefore(index.data(StoryListModel::RowRole).value<StoryRow>());
    paintOpening(painter, row.rect.adjusted(margin, 0, -margin, 0), copies, opening.mid(copies.size()), row);
    painter->restore();
}

/// One line in its own direction. The ground of a mark is the reading pane's, and so is the line under it; in a
/// selected row the line alone, for there the ground says what is selected.
void StoryDelegate::paintOpening(QPainter *painter, const QRect &room, const QString &copies,
                                 const QString &opening, const QStyleOptionViewItem &row) const
{
    const QVector<MarkedPart> parts = m_marks.in(opening);
    if (parts.isEmpty()) {
        painter->setLayoutDirection(row.direction); // what is left is right where it reads so
        drawElided(painter, room, Qt::AlignLeft, copies + opening);
        return;
    }
    const QFontMetrics metrics = painter->fontMetrics();
    const qsizetype fitting = metrics.elidedText(copies + opening, Qt::ElideRight, room.width()).size();
    const MarkedOpening at = openingWithMark(opening, parts, fitting, copies);
    const QString shown = metrics.elidedText(at.text, Qt::ElideRight, room.width());
    QTextCharFormat marked;
    marked.setFontUnderline(true);
    if (!row.state.testFlag(QStyle::State_Selected)) {
        marked.setBackground(coloursOf(row.palette).match);
        marked.setForeground(coloursOf(row.palette).text);
    }
    QList<QTextLayout::FormatRange> formats;
    for (const MarkedPart &part : at.parts) {
        const qsizetype length = std::min(part.length, shown.size() - part.start); // the end may be cut off
        if (length > 0)
            formats.append({static_cast<int>(part.start), static_cast<int>(length), marked});
    }
    QTextOption direction(Qt::AlignLeft);
    direction.setTextDirection(row.direction);
    direction.setWrapMode(QTextOption::NoWrap);
    QTextLayout layout(shown, painter->font());
    layout.setTextOption(direction);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(room.width());
    layout.endLayout();
    layout.draw(painter, QPointF(room.left(), room.top() + (room.height() - line.height()) / 2));
}

void StoryDelegate::paintCard(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString opening = std::exchange(row.text, {});
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    painter->save();
    const bool selected = row.state & QStyle::State_Selected;
    const QColor ink = row.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? ink : row.palette.color(QPalette::PlaceholderText);
    QColor line = row.palette.color(QPalette::Text);
    line.setAlpha(24);
    painter->fillRect(QRect(row.rect.left(), row.rect.bottom(), row.rect.width(), 1), line);

    const QVariant loaded = index.data(StoryListModel::RowRole);
    const StoryRow story = loaded.value<StoryRow>();
    const QFont small = smallOf(row.font);
    QStringList details;
    for (const StoryListModel::Column column :
         {StoryListModel::TimeColumn, StoryListModel::PlatformColumn, StoryListModel::VoiceColumn}) {
        if (const QString text = textOf(index, column); loaded.isValid() && !text.isEmpty())
            details.append(isolated(text));
    }
    const QString detailLine = details.join(u" · "_s);
    const StoryCard card
        = StoryCard::inRow(row.rect, row.fontMetrics.height(), QFontMetrics(small).height(), marksWidth(story),
                           QFontMetrics(small).horizontalAdvance(detailLine) + 1, option.direction);
    painter->setClipRect(row.rect); // accents can be stacked over any height
    painter->setFont(row.font);
    painter->setPen(loaded.isValid() ? ink : quiet);
    const QString copies = copiesBefore(story);
    paintOpening(painter, card.opening, copies, opening.mid(copies.size()), row);
    painter->setLayoutDirection(option.direction);
    painter->setFont(small);
    painter->setPen(quiet);
    drawElided(painter, card.details, Qt::AlignLeft, detailLine);
    painter->setPen(ink);
    drawElided(painter, card.themes, Qt::AlignRight, textOf(index, StoryListModel::ThemesColumn));
    paintMarks(painter, row, card.marks, story);
    painter->restore();
}

} // namespace tidemark
