// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "longlines.h"
#include "panel.h"

#include <models/privacy/disguise.h>

#include <QPlainTextEdit>
#include <QTimer>

namespace Gatescope {

class ActionButton;
class DisguisedJson;
class InlineBar;

/// Text with line numbers, and colours for the lines that are in sight only. Read-only until setEditable();
/// until then a long line is shown in parts, of which only the first has a number, and copied as it was.
class CodeText : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CodeText(QWidget *parent = nullptr);

    void setJson(bool json); ///< whether JSON is coloured
    void setEditable();
    void showText(const QString &text);
    void appendText(const QString &text);
    QString shownText() const; ///< as it was given
    int gutterWidth() const;
    void paintGutter(QPaintEvent *event);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    void applyTheme();
    /// Between two positions of the document, without the breaks of long lines.
    QString textBetween(int from, int to) const;
    void colorVisibleLines();
    void forgetColors(int position, int removed, int added);
    void layOutGutter();

    QWidget *m_gutter;
    LongLines m_longLines; ///< has none once the text is edited
    bool m_json = true;
    int m_colored = 0; ///< grows whenever colours must be made again
};

/// Read-only text with line numbers, JSON in colours. Long texts show their beginning and say so; "Show all"
/// brings the rest in pieces, so that the window never stands still.
class CodeView : public Panel
{
    Q_OBJECT
public:
    enum class Syntax { Json, Plain };

    explicit CodeView(const QString &accessibleName, QWidget *parent = nullptr);
    ~CodeView() override;

    /// UTF-8; JSON should come indented (jsonIndented), as it stands otherwise.
    /// `within`: all of it is somebody's, see Disguise::json().
    void setText(const QByteArray &utf8, Syntax syntax = Syntax::Json, PersonalKind within = {});
    void setPlaceholder(const QString &text);
    /// Long lines go on below, in place of to the right. Empties if that is new.
    void setWrapped(bool wrapped);
    QPlainTextEdit *textEdit() const;
    QString shownText() const { return m_edit->shownText(); }
    bool isWhole() const { return m_shown >= m_text.size(); }
    void showAll();

    /// What is shown at first, and the size of a piece.
    static constexpr qsizetype firstPiece = 96 * 1024;

private:
    void appendPiece();
    void describe();
    qsizetype pieceEnd(qsizetype from) const;

    CodeText *m_edit;
    InlineBar *m_note;
    ActionButton *m_showAll;
    QTimer m_pieces;
    void showBeginning();
    void followPresenter();
    QString piece(qsizetype from, qsizetype end);

    QByteArray m_text;
    Syntax m_syntax = Syntax::Json;
    PersonalKind m_within;
    DisguisePtr m_disguise; ///< null: it is shown as it is
    std::unique_ptr<DisguisedJson> m_disguised; ///< as far as m_shown
    qsizetype m_shown = 0;
};

} // namespace Gatescope
