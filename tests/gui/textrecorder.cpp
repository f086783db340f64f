// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "textrecorder.h"

#include <ui/presenter/editcover.h>

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QWidget>

namespace Gatescope::Test {

namespace {

/// Draws nothing but remembers the texts.
class TextEngine : public QPaintEngine
{
public:
    TextEngine()
        : QPaintEngine(AllFeatures)
    { }

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override { }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { }
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }
    void drawPath(const QPainterPath &) override { }
    void drawTextItem(const QPointF &, const QTextItem &item) override { text += item.text() + u'\n'; }
    Type type() const override { return User; }

    QString text;
};

class TextDevice : public QPaintDevice
{
public:
    explicit TextDevice(const QWidget &like)
        : m_like(like)
    { }

    QPaintEngine *paintEngine() const override { return &m_engine; }
    const QString &text() const { return m_engine.text; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_like.width();
        case PdmHeight:
            return m_like.height();
        case PdmDpiX:
        case PdmPhysicalDpiX:
            return m_like.logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY:
            return m_like.logicalDpiY();
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        case PdmDepth:
            return 32;
        default:
            return 1'000'000;
        }
    }

private:
    const QWidget &m_like;
    mutable TextEngine m_engine;
};

/// What lies below a cover that is shown is not to be seen, as far as the cover reaches.
class Coverer : public QObject
{
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() != QEvent::Paint || widget == nullptr)
            return false;
        if (coverOf(*widget))
            return true;
        for (QWidget *each = widget; each->parentWidget() != nullptr; each = each->parentWidget()) {
            QWidget *field = each->parentWidget();
            const EditCover *cover = coverOf(*field);
            if (cover != nullptr && cover != each
                && cover->geometry().contains(QRect(widget->mapTo(field, QPoint()), widget->size())))
                return true;
        }
        return false;
    }

private:
    static const EditCover *coverOf(const QWidget &field)
    {
        const auto *cover = field.findChild<EditCover *>(QString(), Qt::FindDirectChildrenOnly);
        return cover != nullptr && cover->isVisible() ? cover : nullptr;
    }
};

void speak(QAccessibleInterface *spoken, QStringList &lines)
{
    if (spoken == nullptr || !spoken->isValid() || spoken->state().invisible)
        return;
    for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
        if (const QString text = spoken->text(kind); !text.isEmpty())
            lines << text;
    for (int i = 0; i < spoken->childCount(); ++i)
        speak(spoken->child(i), lines);
}

} // namespace

QString drawnText(QWidget &widget)
{
    TextDevice device(widget);
    Coverer coverer;
    qApp->installEventFilter(&coverer);
    widget.render(&device);
    qApp->removeEventFilter(&coverer);
    return device.text();
}

QString spokenText(QWidget &widget)
{
    QStringList lines {widget.window()->windowTitle()};
    speak(QAccessible::queryAccessibleInterface(&widget), lines);
    return lines.join(u'\n');
}

} // namespace Gatescope::Test
