package io.tastemaker.domain.briefing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What is said in words: goal, product, audience and name, and what is forgotten or does not matter. */
final class TextReader {

    private static final Pattern AGES = Pattern.compile("\\d{2}\\s?(?:[-\u2013+]|\\p{L}{1,3})?\\s?(?:\\d{2})?\\+?");

    private final Sheet sheet;
    private final Optional<BriefTopic> asked;
    private final TextBounds bounds;
    private final ProductReader products;
    private final List<BriefChange> changes = new ArrayList<>();
    private final Set<BriefTopic> said = EnumSet.noneOf(BriefTopic.class);

    private TextReader(Sheet sheet, Optional<BriefTopic> asked) {
        this.sheet = sheet;
        this.asked = asked;
        this.bounds = new TextBounds(sheet);
        this.products = new ProductReader(sheet, bounds);
    }

    /** What is said behind a cue: "we sell ...", "audience: ...". */
    static List<BriefChange> read(Sheet sheet, Optional<BriefTopic> asked, BriefDraft draft) {
        TextReader reader = new TextReader(sheet, asked);
        reader.cues(false);
        reader.wishes();
        if (!reader.said.contains(BriefTopic.AUDIENCE)) {
            new AudienceReader(sheet, asked, reader.bounds, false).read().map(text -> ofThatAge(draft,
                    text)).ifPresent(text -> reader.add(BriefTopic.AUDIENCE, text));
        }
        reader.goals();
        reader.otherWishes();
        reader.cues(true);
        if (!reader.said.contains(BriefTopic.AUDIENCE)) {
            new AudienceReader(sheet, asked, reader.bounds, true).withinGoal().ifPresent(text -> reader.add(BriefTopic.AUDIENCE, text));
        }
        if (!reader.said.contains(BriefTopic.PRODUCT) && draft.product().isEmpty()) {
            reader.products.owned().or(reader.products::ofBusiness).ifPresent(text -> reader.add(BriefTopic.PRODUCT, text));
        }
        if (!reader.said.contains(BriefTopic.PRODUCT) && draft.product().isEmpty()) {
            reader.named(draft.equals(BriefDraft.EMPTY));
        }
        return reader.changes;
    }

    /** "women 18-24", corrected by "change the age to 25-34": the people stay, their age changes. */
    private static String ofThatAge(BriefDraft draft, String text) {
        Matcher age = AGES.matcher(text);
        boolean alone = age.find() && text.replace(age.group(),
                "").replaceAll("(?iU)\\b(?:aged?|ages|range|to|is|should|be|edad|edades|alter|eta|idade|de|a|auf|anos|years|old|jahre)\\b|\\W", "").isEmpty();
        Optional<String> there = alone ? draft.audience().filter(known -> AGES.matcher(known).find()) : Optional.empty();
        return there.map(known -> AGES.matcher(known).replaceFirst(Matcher.quoteReplacement(age.group()))).orElse(text);
    }

    /** The whole message as the answer to the question that was asked in words, when it says nothing else. */
    static Optional<BriefChange> answer(Sheet sheet, BriefTopic asked, boolean understood) {
        if (asked != BriefTopic.GOAL && asked != BriefTopic.PRODUCT && asked != BriefTopic.AUDIENCE) {
            return Optional.empty();
        }
        for (int start = 0; start < sheet.size(); start = sheet.sentenceEnd(start) + 1) {
            int end = sheet.sentenceEnd(start);
            boolean question = sheet.near(end).is(Token.Kind.BREAK) && sheet.text().substring(Math.min(sheet.near(end).start(),
                    sheet.text().length())).startsWith("?");
            int last = start;
            while (last < end && sheet.isFree(last)) {
                last++;
            }
            boolean besideWebsite = asked == BriefTopic.PRODUCT;
            boolean address = false;
            for (int i = start; i < end; i++) {
                besideWebsite &= sheet.isFree(i) || sheet.taken(i) == BriefTopic.WEBSITE;
                address |= sheet.at(i).is(Token.Kind.SIGN) && sheet.at(i).word().contains("@");
            }
            if (question || address || understood && last < end && !besideWebsite || last == start) {
                continue;
            }
            Stretch trimmed = TextBounds.trimmed(sheet, start, last, false);
            int words = 0;
            for (int i = trimmed.start(); i < trimmed.end(); i++) {
                words += sheet.at(i).is(Token.Kind.WORD) && !TextWords.IDLE.contains(sheet.at(i).word()) && sheet.at(i).word().length() > 2 ? 1 : 0;
            }
            if (words > (understood && asked == BriefTopic.GOAL ? 1 : 0)) {
                String text = sheet.said(trimmed.start(), trimmed.end());
                if (!text.isBlank() && text.length() <= BriefDraft.LONGEST_TEXT) {
                    sheet.take(trimmed.start(), trimmed.end(), asked);
                    return Optional.of(new BriefChange.Said(asked, text));
                }
            }
        }
        return Optional.empty();
    }

    private void cues(boolean late) {
        for (int i = 0; i < sheet.size(); i++) {
            if (!sheet.isFree(i)) {
                continue;
            }
            Optional<Phrases.Hit<BriefTopic>> cue = TextWords.CUES.at(sheet, i);
            if (cue.isEmpty()) {
                continue;
            }
            String phrase = Sheet.fold(sheet.said(i, cue.get().end())).replaceAll("[^\\p{L}\\p{M}]+", " ");
            int from = cue.get().end();
            if (cue.get().meaning() == BriefTopic.AUDIENCE && Set.of("more", "mas", "mais", "mehr", "plus", "piu").contains(sheet.near(from).word())) {
                continue;
            }
            if (phrase.matches("(?:actually|no|sorry) it s|in realta e|eigentlich ist es|en realidad es|na verdade e|en fait c est")
                    && !new NamedProduct(sheet, true, false).isNamed(from)) {
                continue;
            }
            if (TextWords.LATE.contains(phrase) != late || late && (said.contains(BriefTopic.PRODUCT) || Cues.BUDGET.has(sheet.near(from).word())
                    || Modes.label(sheet, Math.min(from, sheet.size())).isPresent())) {
                continue;
            }
            boolean noun = TextWords.NOUNS.contains(phrase);
            if (noun && !TextWords.IS.contains(sheet.near(from).word()) || isForgotten(i) || phrase.equals("we need") && !isGoal(from)
                    || phrase.equals("we want")
                    && !isGoal(from) || (phrase.equals("get") && !isGoal(from))) {
                continue;
            }
            if (Set.of("targeting", "target", "we target", "to reach", "want to reach", "we want to reach", "our app", "it s a", "it s an", "selling",
                    "we re a", "promoting", "promoting our", "we run", "raggiungere", "alcancar", "toucher", "llegar a").contains(phrase)
                    && said.contains(cue.get().meaning())) {
                continue;
            }
            if (cue.get().meaning() == BriefTopic.GOAL && TextWords.WISHES.at(sheet, from).isPresent() && !sheet.at(from).is("to")) {
                from = TextWords.WISHES.at(sheet, from).get().end();
            }
            int until = take(cue.get().meaning(), from, false);
            if (cue.get().meaning() == BriefTopic.GOAL && said.contains(BriefTopic.GOAL)) {
                product(from, until);
            }
            i = Math.max(i, until - 1);
        }
    }

    private boolean isGoal(int i) {
        return TextWords.GOALS.at(sheet, i).isPresent();
    }

    /** "drop the audience" says nothing about one. */
    private boolean isForgotten(int i) {
        for (int at = i - 1; at >= i - 3 && at >= 0; at--) {
            if (Set.of("drop", "forget", "remove", "clear", "delete", "no", "without", "change", "olvida", "quita", "borra", "vergiss", "oublie",
                    "dimentica", "esqueca", "reset").contains(sheet.at(at).word())) {
                return true;
            }
        }
        return false;
    }

    private void wishes() {
        for (int i = 0; i < sheet.size() && !said.contains(BriefTopic.GOAL); i++) {
            if (!sheet.isFree(i)) {
                continue;
            }
            boolean opening = i == sheet.sentenceStart(i) || sheet.at(i - 1).is(",") && sheet.at(i).word().matches("\\p{L}+(?:[aei]mos|iamo|ons)");
            boolean hoped = i == sheet.sentenceStart(i) && Set.of("que", "che", "dass", "damit").contains(sheet.at(i).word())
                    && asked.filter(BriefTopic.GOAL::equals).isPresent() && !Set.of("sea", "sean", "seja", "sejam", "sia", "siano", "es",
                            "tal").contains(sheet.near(i + 1).word());
            if (hoped || isMore(i) && asked.isPresent() && !asked.get().equals(BriefTopic.PLACES)) {
                product(i, take(BriefTopic.GOAL, i, true));
                continue;
            }
            Optional<Phrases.Hit<String>> wish = TextWords.WISHES.at(sheet, i);
            int at = wish.map(Phrases.Hit::end).orElse(i);
            if (wish.isEmpty() && !opening || TextWords.CUES.at(sheet, i).filter(cue -> cue.meaning() == BriefTopic.PRODUCT).isPresent()) {
                continue;
            }
            Optional<Phrases.Hit<String>> aim = at < sheet.size() && sheet.isFree(at) ? TextWords.AIMS.at(sheet, at) : Optional.empty();
            boolean dated = aim.isPresent() && sheet.taken(aim.get().end()) == BriefTopic.DATES || aim.isPresent() && Set.of("it", "on", "in", "by", "am",
                    "im", "en", "le", "el").contains(sheet.near(aim.get().end()).word()) && sheet.taken(aim.get().end() + 1) == BriefTopic.DATES;
            boolean bound = aim.isPresent() && isSetting(aim.get().end());
            boolean orders = bound || aim.isPresent() && sheet.at(at).is("get") && wish.isEmpty()
                    && !(asked.filter(BriefTopic.GOAL::equals).isPresent() && aim.get().end() - at > 1) || aim.isPresent() && Set.of("the", "a", "my",
                    "this").contains(sheet.near(aim.get().end()).word())
                    && Set.of("campaign", "campana", "brief").contains(sheet.near(aim.get().end() + 1).word()) || aim.isPresent()
                            && Set.of("now", "it", "that", "this", "them").contains(sheet.near(aim.get().end()).word());
            if (aim.isPresent() && !dated && !orders) {
                int until = take(BriefTopic.GOAL, at, true);
                product(at, until);
            } else if (wish.isPresent() && wish.get().end() - i > 1 && sheet.near(at).is(Token.Kind.WORD) && isGoal(at)) {
                take(BriefTopic.GOAL, at, true);
            } else if (wish.isPresent() && germanAim(at) > 0) {
                take(BriefTopic.GOAL, at, true);
                product(at, at);
            }
        }
    }

    /** "we want to teach people ...", "queremos llenar ...": whatever a wish is for, unless it is about finding or paying creators. */
    private void otherWishes() {
        for (int i = 0; i < sheet.size() && !said.contains(BriefTopic.GOAL); i++) {
            Optional<Phrases.Hit<String>> wish = sheet.isFree(i) ? TextWords.WISHES.at(sheet, i) : Optional.empty();
            int at = wish.map(Phrases.Hit::end).orElse(i);
            if (i == sheet.sentenceStart(i) && sheet.isFree(i) && asked.filter(BriefTopic.GOAL::equals).isPresent() && isGerman(i) && isGermanInfinitive(i)) {
                product(i, take(BriefTopic.GOAL, i, true));
            }
            if (wish.isEmpty() || at >= sheet.size() || !sheet.isFree(at) || !sheet.at(at).is(Token.Kind.WORD)
                    || TextWords.ABOUT_BRIEF.contains(sheet.at(at).word())) {
                continue;
            }
            boolean german = Set.of("wollen", "mochten", "moechten", "mochte", "planen", "gerne", "will").contains(sheet.at(at - 1).word())
                    && isGermanInfinitive(at);
            boolean english = wish.get().end() - i > 1 && sheet.at(at - 1).is("to");
            boolean romance = !Set.of("to", "para", "pour", "per", "um").contains(sheet.at(at - 1).word())
                    && sheet.at(at).word().matches("\\p{L}{2,}(?:[aei]r(?:nos)?|re|[ae]rci|irci)");
            if ((english || romance || german) && !isSetting(at + 1)) {
                int until = take(BriefTopic.GOAL, at, true);
                product(at, until);
            }
        }
    }

    private boolean isGerman(int from) {
        return IntStream.range(from,
                sheet.sentenceEnd(from)).anyMatch(i -> sheet.at(i).word().matches("unser\\p{L}*|mehr|fur|neue[nrs]?|und|den|die|das|im|bei|zum|zur"));
    }

    /** "wir wollen junge Leute begeistern": a verb ends the sentence. */
    private boolean isGermanInfinitive(int from) {
        int last = sheet.sentenceEnd(from) - 1;
        return last > from && sheet.isFree(last) && !sheet.isCapital(last) && sheet.at(last).word().matches("\\p{L}{2,}(?:en|ern|eln)")
                && !Set.of("starten", "arbeiten", "ausgeben", "erreichen", "suchen", "finden", "haben", "zusammenarbeiten", "beginnen", "nutzen", "verwenden",
                        "einsetzen", "investieren", "bezahlen", "andern", "streichen", "entfernen", "wissen", "machen", "kooperieren", "buchen",
                        "sein").contains(sheet.at(last).word());
    }

    /** "raise the minimum", "increase the budget" are about the brief itself. */
    private boolean isSetting(int from) {
        for (int i = from; i < from + 3; i++) {
            String word = sheet.near(i).word();
            if (Set.of("minimum", "min", "maximum", "max", "limit", "minimo", "maximo", "range", "end", "start", "lower", "upper").contains(word)
                    || i < sheet.size() && Modes.label(sheet, i).filter(hit -> Set.of("BUDGET", "FOLLOWERS", "DATES").contains(hit.meaning())).isPresent()
                    && !Set.of("our", "nuestros", "unsere", "nossos", "nos", "nostri").contains(sheet.near(i - 1).word())) {
                return true;
            }
        }
        return false;
    }

    /** In German the verb stands at the end: "wir wollen unsere neue App bekannt machen". */
    private int germanAim(int from) {
        if (!Set.of("wollen", "mochten", "moechten", "mochte", "planen", "gerne", "um", "will").contains(sheet.near(from - 1).word())) {
            return 0;
        }
        for (int i = from; i < sheet.sentenceEnd(from) && sheet.isFree(i); i++) {
            if (TextWords.AIMS.at(sheet, i).isPresent() || sheet.at(i).is("zu") && TextWords.AIMS.at(sheet, i + 1).isPresent()) {
                return i;
            }
        }
        return 0;
    }

    private void goals() {
        for (int i = 0; i < sheet.size() && !said.contains(BriefTopic.GOAL); i++) {
            if (sheet.isFree(i) && isMore(i)) {
                product(i, take(BriefTopic.GOAL, i, true));
                continue;
            }
            Optional<Phrases.Hit<String>> goal = sheet.isFree(i) ? TextWords.GOALS.at(sheet, i) : Optional.empty();
            if (goal.isEmpty() || !sheet.isFree(i, goal.get().end())) {
                continue;
            }
            String word = sheet.at(i).word();
            boolean weak = Set.of("reach", "sales", "traffic", "engagement", "leads", "downloads", "installs", "subscriptions", "ventes", "vendite",
                    "ventas", "vendas", "umsatz", "reichweite", "conversions", "trafic", "ugc", "visibility").contains(word) && goal.get().end() == i + 1;
            boolean noun = sheet.near(i - 2).is(Token.Kind.NUMBER) && sheet.isFree(i - 1) && sheet.at(i - 1).is(Token.Kind.WORD);
            if (sheet.near(goal.get().end()).is(":")) {
                continue;
            }
            boolean counted = sheet.near(i - 1).is(Token.Kind.NUMBER) || noun;
            if (counted && (weak || asked.filter(topic -> topic == BriefTopic.GOAL).isPresent())) {
                take(BriefTopic.GOAL, Math.max(noun ? i - 2 : i - 1, 0), true);
            } else if (!weak || asked.filter(topic -> topic == BriefTopic.GOAL).isPresent() || i == sheet.sentenceStart(i) || Set.of("for", "want", "need",
                    "drive", "more", "para", "fur", "pour", "per", ",").contains(sheet.near(i - 1).word())) {
                int end = goal.get().end();
                while (Set.of("and", "y", "e", "und", "et", "&", ",", "+").contains(sheet.near(end).word()) && TextWords.GOALS.at(sheet,
                        end + 1).filter(more -> sheet.isFree(more.start(), more.end())).isPresent()) {
                    end = TextWords.GOALS.at(sheet, end + 1).get().end();
                }
                if (TextWords.FOR.contains(sheet.near(end).word()) && (TextWords.OWNED.contains(sheet.near(end + 1).word())
                        || TextWords.ONE.contains(sheet.near(end + 1).word()))) {
                    product(i, take(BriefTopic.GOAL, i, true));
                    return;
                }
                sheet.take(i, end, BriefTopic.GOAL);
                add(BriefTopic.GOAL, sheet.said(i, end));
            }
        }
    }

    /** "more bookings for our hotel", "we'd like more online orders": more of something that is no part of the brief. */
    private boolean isMore(int i) {
        String word = sheet.at(i).word();
        int noun = i + 1;
        if (word.equals("plus") && sheet.near(noun).word().matches("de|d")) {
            noun++;
        } else if (!Set.of("more", "mehr", "mas", "mais", "piu").contains(word)) {
            return false;
        }
        boolean wished = i == sheet.sentenceStart(i) || Set.of("like", "want", "need", "wanted", "get", "have", "for", "queremos", "quiero", "necesitamos",
                "buscamos",
                "precisamos", "quero", "tener", "ter", "wollen", "mochten", "brauchen", "mochte", "will", "voulons", "veut", "voudrais", "souhaitons",
                "aimerions", "wir", "we", "vogliamo", "vorremmo", "voglio", "vorrei", "avere", "gerne").contains(sheet.near(i - 1).word());
        if (!wished || !sheet.near(noun).is(Token.Kind.WORD) || !sheet.isFree(noun) || Set.of("than", "or", "and", "info", "de", "que", "als", "di", "about",
                "of",
                "time", "money", "or less", "like", "thing", "things", "like this", "to").contains(sheet.near(noun).word())) {
            return false;
        }
        for (int at = noun; at < noun + 3 && at < sheet.sentenceEnd(i); at++) {
            if (Cues.CREATORS.has(sheet.at(at).word()) && !sheet.at(at).word().matches("people|personas|pessoas|leute|gens|persone")
                    || Cues.BUDGET.has(sheet.at(at).word()) || Modes.label(sheet, at).filter(hit -> !hit.meaning().equals("PRODUCT")
                            && !hit.meaning().equals("FOLLOWERS") && !hit.meaning().equals("WEBSITE")).isPresent() || !sheet.isFree(at)) {
                return at > noun && !sheet.isFree(at);
            }
        }
        return true;
    }

    private void product(int from, int until) {
        if (until > from && !said.contains(BriefTopic.PRODUCT)) {
            products.promoted(from, until).ifPresent(text -> add(BriefTopic.PRODUCT, text));
        }
    }

    /** A product without a verb or a label, while nobody has said yet what is advertised; a message that says nothing else is the whole answer. */
    private void named(boolean opening) {
        boolean goal = asked.filter(BriefTopic.GOAL::equals).isPresent();
        boolean product = asked.filter(BriefTopic.PRODUCT::equals).isPresent();
        boolean beside = IntStream.range(0, sheet.size()).anyMatch(i -> sheet.taken(i) != null && sheet.taken(i) != BriefTopic.WEBSITE);
        if (goal || product) {
            new NamedProduct(sheet, product, opening).find().ifPresent(name -> {
                int whole = sheet.sentenceEnd(name.start());
                int end = beside || !sheet.isFree(name.start(), whole) ? name.end() : TextBounds.trimmed(sheet, name.start(), whole, true).end();
                sheet.take(name.start(), end, BriefTopic.PRODUCT);
                add(BriefTopic.PRODUCT, sheet.said(name.start(), end));
            });
        }
    }

    /** "AI", not the Italian word. */
    private boolean isInitials(int i) {
        return sheet.at(i).word().length() > 1 && sheet.isUpper(i) && !sheet.shouts();
    }

    private int take(BriefTopic topic, int from, boolean verb) {
        int end = sheet.sentenceEnd(from);
        int start = from;
        while (!verb && start < end && (TextWords.LEADING.contains(sheet.at(start).word()) && !isInitials(start) && !sheet.isTea(start)
                && !(topic == BriefTopic.GOAL
                && sheet.at(start).is("more"))
                || sheet.at(start).is(Token.Kind.SIGN))) {
            start++;
        }
        Stretch cut = bounds.cut(topic, start, end);
        if (cut.end() <= cut.start()) {
            return from;
        }
        String text = sheet.said(cut.start(), cut.end());
        if (text.isBlank() || text.length() > BriefDraft.LONGEST_TEXT || !text.chars().anyMatch(Character::isLetter) && topic != BriefTopic.AUDIENCE) {
            return from;
        }
        sheet.take(cut.start(), cut.end(), topic);
        add(topic, topic == BriefTopic.PRODUCT ? text.replaceFirst("(?i) online$", "") : text);
        return cut.end();
    }

    private void add(BriefTopic topic, String text) {
        changes.removeIf(change -> change instanceof BriefChange.Said && change.topic() == topic);
        changes.add(new BriefChange.Said(topic, text));
        said.add(topic);
    }
}
