// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparecounts.h"

#include <models/compare/comparisonwords.h>
#include <models/privacy/personalvalues.h>
#include <ui/presenter/presenter.h>
#include <ui/widgets/plaintooltip.h>
#include <ui/widgets/tagflow.h>
#include <ui/widgets/textlabel.h>

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace Gatescope {

namespace {

/// A theme icon as a label that follows the theme.
class CountIcon : public QWidget
{
public:
    CountIcon(Theme::Icon icon, Theme::Color color, QWidget *parent)
        : QWidget(parent)
        , m_icon(icon)
        , m_color(color)
    {
        setFixedSize(Theme::instance().scaled(16), Theme::instance().scaled(16));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        Theme::instance().icon(m_icon, m_color).paint(&painter, rect());
    }

private:
    Theme::Icon m_icon;
    Theme::Color m_color;
};

QString userTag(const FieldDifference &difference)
{
    const EntityDifference user;
    QString field = fieldWords(difference);
    if (field.startsWith(QStringLiteral("custom › ")))
        field = field.mid(QStringLiteral("custom › ").size());
    const auto value = [&](CompareSide side) {
        const QString text = sideText(user, difference, side);
        const bool isPlain = text.size() > 2 && text.startsWith(u'"') && field != QStringLiteral("custom");
        const JsonValue &raw = side == CompareSide::Left ? difference.left : difference.right;
        constexpr qsizetype longest = 18;
        QString shown = text.isEmpty() ? QStringLiteral("–") : text;
        // quotes only where a number could be meant
        bool isNumber = false;
        raw.toString().toDouble(&isNumber);
        if (isPlain && !isNumber)
            shown = raw.toString();
        const Presenter &presenter = Presenter::instance();
        if (const auto kind = presenter.isOn() ? personalKindAt(raw) : std::nullopt)
            return presenter.disguise().personal(shown, *kind);
        return shown.size() > longest ? shown.left(longest - 1) + u'…' : shown;
    };
    return QStringLiteral("%1 %2 › %3").arg(field, value(CompareSide::Left), value(CompareSide::Right));
}

} // namespace

CompareCounts::CompareCounts(QWidget *parent)
    : Panel(Theme::Color::Raised, Qt::BottomEdge, parent)
    , m_layout(new QHBoxLayout(this))
    , m_users(new QWidget(this))
{
    const Theme &theme = Theme::instance();
    m_layout->setContentsMargins(theme.scaled(16), theme.scaled(4), theme.scaled(16), theme.scaled(4));
    m_layout->setSpacing(theme.scaled(10));
    m_entities = addCount(Theme::Icon::Differs, Theme::Color::Warning);
    m_fields = addCount({}, Theme::Color::TextMuted);
    m_left = addCount(Theme::Icon::ChevronLeft, Theme::Color::Accent);
    m_right = addCount(Theme::Icon::ChevronRight, Theme::Color::Accent);
    m_same = addCount(Theme::Icon::Agrees, Theme::Color::TextMuted);
    auto *users = new QVBoxLayout(m_users);
    users->setContentsMargins(theme.scaled(8), 0, 0, 0);
    users->setSpacing(theme.scaled(2));
    m_usersTitle = new TextLabel(Theme::Font::Label, Theme::Color::TextMuted, m_users);
    m_usersTitle->setObjectName(QStringLiteral("usersTitle"));
    m_tags = new TagFlow(tr("How the users differ"), m_users);
    m_tags->setObjectName(QStringLiteral("userTags"));
    users->addWidget(m_usersTitle);
    users->addWidget(m_tags);
    users->addStretch();
    m_layout->addWidget(m_users, 100);
    m_layout->addStretch(1);
    setObjectName(QStringLiteral("compareCounts"));
    connect(&Presenter::instance(), &Presenter::changed, this, &CompareCounts::showPlaces);
}

CompareCounts::Count CompareCounts::addCount(std::optional<Theme::Icon> icon, Theme::Color color)
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addStretch();
    const Count count {new TextLabel(Theme::Font::Count, Theme::Color::Text, this),
        new TextLabel(Theme::Font::Label, Theme::Color::TextMuted, this)};
    texts->addWidget(count.number);
    texts->addWidget(count.word);
    texts->addStretch();
    if (icon)
        m_layout->addWidget(new CountIcon(*icon, color, this));
    m_layout->addLayout(texts);
    m_layout->addSpacing(Theme::instance().scaled(16));
    return count;
}

void CompareCounts::setCount(const Count &count, qint64 number, const QString &one, const QString &many)
{
    count.number->setText(QLocale().toString(number));
    count.word->setText(number == 1 ? one : many);
}

void CompareCounts::setOutcome(const CompareOutcome &outcome)
{
    const KindCounts total = outcome.comparison->total();
    setCount(m_entities, total.changed, tr("entity differs"), tr("entities differ"));
    setCount(m_fields, outcome.comparison->fieldCount, tr("field differs"), tr("fields differ"));
    setCount(m_left, total.removed, tr("left only"), tr("left only"));
    setCount(m_right, total.added, tr("right only"), tr("right only"));
    setCount(m_same, total.same, tr("same"), tr("same"));
    setUsers(outcome);
}

void CompareCounts::setUsers(const CompareOutcome &outcome)
{
    m_leftUser = outcome.leftUser;
    m_rightUser = outcome.rightUser;
    m_differences = outcome.users;
    m_users->setVisible(outcome.leftUser && outcome.rightUser);
    const auto places = qsizetype(outcome.users.size());
    m_usersTitle->setText(places == 0 ? tr("The users are the same")
            : places == 1             ? tr("The users differ in 1 place")
                                      : tr("The users differ in %1 places").arg(QLocale().toString(places)));
    showPlaces();
}

void CompareCounts::showPlaces()
{
    m_places.clear();
    for (const FieldDifference &difference : m_differences)
        m_places << userTag(difference);
    // who they are first, then what fits
    const bool beginsWithId = m_places.value(0).startsWith(QLatin1String("userID "));
    std::stable_sort(m_places.begin() + (beginsWithId ? 1 : 0), m_places.end(),
        [](const QString &left, const QString &right) { return left.size() < right.size(); });
    m_users->setToolTip(plainToolTip(m_places.join(u'\n')));
    showTags();
}

/// The others are counted, so that a narrow page keeps its height for the table.
void CompareCounts::showTags()
{
    constexpr int roomyPage = 1000;
    const bool isRoomy = width() >= Theme::instance().scaled(roomyPage);
    const qsizetype most = isRoomy ? 7 : 3;
    QStringList tags = m_places;
    if (tags.size() > most) {
        const qsizetype others = tags.size() - (most - 1);
        tags = tags.first(most - 1) << tr("and %1 more").arg(QLocale().toString(others));
    }
    m_tags->setTags(tags);
    m_tags->setVisible(!tags.isEmpty());
}

void CompareCounts::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    showTags();
}

} // namespace Gatescope
