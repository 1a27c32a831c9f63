package io.tastemaker.domain.briefing;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a message says about a campaign, by rules alone: the same message, draft and day always give the same changes. It reads facts
 * in any order, as many as there are, and corrections of what was said; what it does not understand it leaves alone.
 */
public final class BriefReader {

    /** The most characters of a message. */
    public static final int LONGEST_MESSAGE = 4_000;

    private static final Phrases<String> ANY = Phrases.of("""
            PLATFORMS: any platform, all platforms, every platform, any channel, all channels, any social network, all social networks, \
            cualquier plataforma, todas las plataformas, qualquer plataforma, todas as plataformas, alle plattformen, jede plattform, \
            egal welche plattform, toutes les plateformes, n importe quelle plateforme, \
            qualsiasi piattaforma, tutte le piattaforme, platform doesn t matter, platforms don t matter, the platform doesn t matter, \
            no platform preference, across all platforms
            PLACES: anywhere, worldwide, world wide, globally, global, all over the world, around the world, any country, all countries, international, \
            internationally, everywhere, en todo el mundo, todo el mundo, mundial, cualquier pais, cualquier lugar, no mundo todo, mundo todo, \
            qualquer pais, qualquer lugar, no mundo inteiro, weltweit, \
            uberall, egal wo, jedes land, dans le monde entier, monde entier, partout, n importe ou, in tutto il mondo, tutto il mondo, ovunque, \
            qualsiasi paese, country doesn t matter, location doesn t matter, places don t matter, the country doesn t matter
            CATEGORIES: any category, all categories, any niche, all niches, cualquier categoria, todas las categorias, qualquer categoria, \
            todas as categorias, alle kategorien, jede kategorie, toutes les categories, n importe quelle categorie, qualsiasi categoria, \
            tutte le categorie, category doesn t matter, categories don t matter, niche doesn t matter, \
            any kind of creator, any type of creator, any topic
            FOLLOWERS: any size, all sizes, any number of followers, any follower count, size doesn t matter, followers don t matter, \
            follower count doesn t matter, cualquier tamano, qualquer tamanho, jede grosse, egal wie gross, toutes tailles, qualsiasi dimensione, \
            regardless of size, regardless of followers, no matter how many followers, number of followers doesn t matter, \
            the follower count doesn t matter
            AUDIENCE: everyone, everybody, anyone, anybody, general public, the general public, all ages, publico general, todos los publicos, \
            publico em geral, jeder, alle, tout le monde, grand public, tutti, pubblico generale, todo mundo
            WEBSITE: no website, no website yet, don t have a website, don t have a site, without a website, sin web, sin sitio web, no tenemos web, \
            sem site, nao temos site, keine website, keine webseite, pas de site, pas de site web, nessun sito, no site yet, website is not ready
            """, text -> text);

    private static final Phrases<String> NO_MATTER = Phrases.of("any: any, all, whatever, doesn t matter, don t care, no preference, not important, skip, "
            + "skip it, skip this, all of them, cualquiera, da igual, no importa, todos, todas, me da igual, qualquer, qualquer um, tanto faz, "
            + "nao importa, egal, alle, "
            + "ist egal, spielt keine rolle, peu importe, n importe, tous, toutes, indifferent, qualsiasi, non importa, tutti, tutte, indifferente, "
            + "no limit, no limits, sin limite, sem limite, unlimited, it doesn t matter, no preferences, any is fine, anything, any of them, up to you, "
            + "i don t care, "
            + "we don t care, next question", text -> text);

    /** Beside the name of a topic these say that it does not matter. */
    private static final Phrases<String> INDIFFERENT = Phrases.of("any: doesn t matter, don t matter, does not matter, do not matter, don t care, "
            + "we don t care, i don t care, no matter, whatever, any, not important, open, da igual, me da igual, nos da igual, no importa, no importan, "
            + "cualquiera, indiferente, tanto faz, nao importa, qualquer, qualquer um, qualquer uma, egal, ist egal, spielt keine rolle, beliebig, "
            + "peu importe, n importe, n importe pas, indifferent, indifferente, non importa, qualsiasi, fa lo stesso", text -> text);

    private static final Phrases<String> START_OVER = Phrases.of("over: start over, start again from scratch, reset everything, clear everything, "
            + "forget everything, delete everything, from scratch, empezar de cero, empecemos de nuevo, borra todo, recomecar, comecar de novo, "
            + "apaga tudo, von vorne, alles loschen, "
            + "neu anfangen, recommencer a zero, tout effacer, recommencons, ricominciamo da capo, cancella tutto, ricominciare da capo, scrap everything, "
            + "let s start over, wipe everything, reset the brief, clear the brief", text -> text);

    private static final Set<String> FORGET = Set.of(
            "drop", "remove", "forget", "clear", "delete", "reset", "scrap", "no", "without", "quita", "olvida", "borra", "elimina", "sin", "esqueca",
                    "remova", "apague", "tira", "vergiss", "streiche", "losche", "entferne", "kein", "keine", "ohne", "oublie", "oubliez", "supprime",
                    "enleve", "togli", "dimentica", "rimuovi", "cancella",
            "unset", "erase", "undo", "about", "removing");

    private final Sheet sheet;
    private final BriefDraft draft;
    private final Optional<BriefTopic> asked;
    private final LocalDate today;
    private final List<BriefChange> changes = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private BriefReader(Sheet sheet, BriefDraft draft, Optional<BriefTopic> asked, LocalDate today) {
        this.sheet = sheet;
        this.draft = draft;
        this.asked = asked;
        this.today = today;
    }

    /**
     * Text as it is kept and read: without control characters, and without spaces at its ends.
     *
     * @param text as it came
     * @return what can be shown to anybody
     */
    public static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(point -> point == '\n' || !Character.isISOControl(point) || point == '\t')
                .filter(point -> Character.getType(point) != Character.SURROGATE && !(point >= 0x202A && point <= 0x202E) && !(point >= 0x2066
                        && point <= 0x2069))
                .forEach(point -> kept.appendCodePoint(point == '\t' ? ' ' : point));
        return kept.toString().strip();
    }

    /**
     * A message without the sentences that give orders to the program, for whoever else reads it.
     *
     * @param text what was said
     * @return the other sentences, a line each; blank when there are none
     */
    public static String withoutOrders(String text) {
        Sheet sheet = new Sheet(Sheet.clean(text));
        Injections.ignore(sheet, new ArrayList<>());
        StringBuilder rest = new StringBuilder();
        for (int start = 0; start < sheet.size(); start = sheet.sentenceEnd(start) + 1) {
            int end = sheet.sentenceEnd(start);
            for (int from = start; from < end;) {
                int to = from;
                while (to < end && !sheet.isIgnored(to)) {
                    to++;
                }
                if (to > from) {
                    rest.append(rest.isEmpty() ? "" : "\n").append(sheet.said(from, to));
                }
                from = Math.max(to, from + 1);
            }
        }
        return rest.toString();
    }

    /**
     * Whether some words stand in a message, whatever their case, accents and spaces.
     *
     * @param text the message
     * @param words the words
     * @return true when they do, and there are any
     */
    public static boolean says(String text, String words) {
        String wanted = Sheet.fold(words).replaceAll("\\s+", " ").strip();
        return !wanted.isEmpty() && Sheet.fold(Sheet.clean(text)).replaceAll("\\s+", " ").contains(wanted);
    }

    /**
     * Reads a message.
     *
     * @param text what was said, at most 4,000 characters
     * @param draft what is known
     * @param asked which question it may answer
     * @param today the day on which it was said
     * @return what it changes, and what was left alone
     */
    public static BriefReading read(String text, BriefDraft draft, Optional<BriefTopic> asked, LocalDate today) {
        return new BriefReader(new Sheet(Sheet.clean(text)), draft, asked, today).read();
    }

    private boolean asks(BriefTopic topic) {
        return asked.filter(topic::equals).isPresent();
    }

    private BriefReading read() {
        Injections.ignore(sheet, remarks);
        startOver();
        anything();
        labelled();
        website();
        List<BriefChange> dates = DateReader.read(sheet, today, draft, asks(BriefTopic.DATES), remarks);
        List<BriefChange> money = MoneyReader.read(sheet, draft, asks(BriefTopic.BUDGET), remarks);
        boolean priced = money.stream().anyMatch(change -> change instanceof BriefChange.Budget || change instanceof BriefChange.Amount);
        List<BriefChange> followers = FollowersReader.read(sheet, draft, asked, priced, remarks);
        Map<Integer, Set<Platform>> platforms = new HashMap<>();
        Map<Integer, Set<Place>> places = new HashMap<>();
        Map<Integer, Set<Category>> categories = new HashMap<>();
        List<Modes.Mention> mentions = new ArrayList<>();
        platforms(mentions, platforms);
        places(mentions, places, false);
        List<BriefChange> texts = TextReader.read(sheet, asked, draft);
        places(mentions, places, true);
        categories(mentions, categories);
        Modes modes = Modes.of(sheet, mentions);
        changes.addAll(texts);
        changes.addAll(Modes.changes(of(mentions, BriefTopic.PLATFORMS), modes, mention -> platforms.get(mention.start()), BriefChange.Platforms::new));
        changes.addAll(Modes.changes(of(mentions, BriefTopic.PLACES), modes, mention -> places.get(mention.start()), BriefChange.Places::new));
        changes.addAll(Modes.changes(of(mentions, BriefTopic.CATEGORIES), modes, mention -> categories.get(mention.start()), BriefChange.Categories::new));
        changes.addAll(followers);
        changes.addAll(money);
        if (money.stream().anyMatch(change -> change instanceof BriefChange.InCurrency)) {
            // The currency applies to the amount that the same message names.
            changes.removeAll(money);
            changes.addAll(money);
        }
        changes.addAll(dates);
        forgotten();
        indifference();
        unknown();
        answers();
        return new BriefReading(sound(), remarks);
    }

    /** Changes that a draft can bear; places beyond the most are named. */
    private List<BriefChange> sound() {
        List<BriefChange> sound = new ArrayList<>();
        BriefDraft next = draft;
        for (BriefChange change : changes) {
            try {
                next = next.with(change);
                sound.add(change);
            } catch (IllegalArgumentException refused) {
                remarks.add("I left something out: " + refused.getMessage() + ".");
            }
        }
        return sound;
    }

    private static List<Modes.Mention> of(List<Modes.Mention> mentions, BriefTopic topic) {
        return mentions.stream().filter(mention -> mention.topic() == topic).sorted(Comparator.comparingInt(Modes.Mention::start)).toList();
    }

    private void startOver() {
        for (int i = 0; i < sheet.size(); i++) {
            Optional<Phrases.Hit<String>> over = sheet.isFree(i) ? START_OVER.at(sheet, i) : Optional.empty();
            if (over.isPresent()) {
                sheet.take(i, over.get().end(), BriefTopic.NAME);
                for (BriefTopic topic : BriefTopic.values()) {
                    if (draft.isKnown(topic) || topic == BriefTopic.BUDGET || topic == BriefTopic.DATES) {
                        changes.add(new BriefChange.Cleared(topic));
                    }
                }
            }
        }
    }

    private void anything() {
        for (int i = 0; i < sheet.size(); i++) {
            Optional<Phrases.Hit<String>> any = sheet.isFree(i) ? ANY.at(sheet, i) : Optional.empty();
            if (any.isEmpty()) {
                continue;
            }
            BriefTopic topic = BriefTopic.valueOf(any.get().meaning());
            boolean word = any.get().end() == i + 1;
            boolean doubtful = topic == BriefTopic.AUDIENCE && Set.of("who", "that", "with", "in", "from", "between", "aged", "over", "under", "interested",
                    "into",
                    "que", "con", "com", "die", "der", "mit", "zwischen", "qui", "avec", "che", "les", "i", "los").contains(sheet.near(any.get().end()).word())
                    || topic == BriefTopic.AUDIENCE && !asks(topic) && !Set.of("for", "reach", "is", ":", "para", "fur", "pour",
                    "per").contains(sheet.near(i - 1).word())
                    || word && Set.of("global", "international", "alle", "tutti").contains(sheet.at(i).word()) && !asks(topic)
                    || Set.of("hi", "hello", "hey", "hola", "hallo", "ciao", "bonjour").contains(sheet.near(i - 1).word());
            if (!doubtful) {
                sheet.take(i, any.get().end(), topic);
                changes.add(new BriefChange.Indifferent(topic));
            }
        }
    }

    /** "Plattform egal", "no importa el pais", "country: any". */
    private void labelled() {
        for (int i = 0; i < sheet.size(); i++) {
            Optional<Phrases.Hit<String>> label = sheet.isFree(i) ? Modes.label(sheet, i) : Optional.empty();
            if (label.isEmpty()) {
                continue;
            }
            BriefTopic topic = BriefTopic.valueOf(label.get().meaning());
            int end = label.get().end();
            while (Set.of(":", "=", "is", "are", "ist", "sind", "es", "son", "est", "sont", "e", "sono", "me", "nos", "uns").contains(sheet.near(end).word())) {
                end++;
            }
            Optional<Phrases.Hit<String>> behind = end < sheet.size() && sheet.isFree(end) ? INDIFFERENT.at(sheet, end) : Optional.empty();
            int start = i;
            while (Set.of("the", "el", "la", "los", "las", "o", "a", "os", "as", "die", "das", "der", "le", "les", "l", "il", "lo", "which", "what", "que",
                    "welche", "welches", "quelle", "quel", "qual", "quale").contains(sheet.near(start - 1).word())) {
                start--;
            }
            Optional<Phrases.Hit<String>> before = start > 0 ? INDIFFERENT.before(sheet, start) : Optional.empty();
            if (BriefDraft.MAY_NOT_MATTER.contains(topic) && (behind.isPresent() || before.isPresent())) {
                int from = before.map(Phrases.Hit::start).orElse(i);
                sheet.take(from, behind.map(Phrases.Hit::end).orElse(label.get().end()), topic);
                changes.add(new BriefChange.Indifferent(topic));
            }
        }
    }

    private void website() {
        for (int i = 0; i < sheet.size(); i++) {
            if (!sheet.at(i).is(Token.Kind.LINK) || !sheet.isFree(i)) {
                continue;
            }
            sheet.take(i, i + 1, BriefTopic.WEBSITE);
            String written = sheet.at(i).word();
            boolean complete = written.regionMatches(true, 0, "http://", 0, 7) || written.regionMatches(true, 0, "https://", 0, 8);
            String address = complete ? written.substring(0, written.indexOf(':')).toLowerCase(Locale.ROOT) + written.substring(written.indexOf(':'))
                    : "https://" + written;
            String host = address.replaceFirst("https?://", "").replaceFirst("^(?:www|m)\\.", "").replaceFirst("[/?#:].*", "").toLowerCase(Locale.ROOT);
            if (Set.of("instagram.com", "tiktok.com", "youtube.com", "youtu.be", "facebook.com", "twitter.com", "x.com", "linkedin.com", "pinterest.com",
                    "twitch.tv", "snapchat.com", "threads.net").contains(host)) {
                remarks.add("I did not take " + written + " for the product's website.");
            } else if (BriefDraft.isWebsite(address)) {
                changes.removeIf(BriefChange.Website.class::isInstance);
                changes.add(new BriefChange.Website(address));
            } else {
                remarks.add("\"" + written + "\" is no web address that I can keep.");
            }
        }
    }

    private void platforms(List<Modes.Mention> mentions, Map<Integer, Set<Platform>> found) {
        for (int i = 0; i < sheet.size(); i++) {
            Optional<Phrases.Hit<Platform>> hit = sheet.isFree(i) ? PlatformWords.at(sheet, i, asks(BriefTopic.PLATFORMS)) : Optional.empty();
            if (hit.isPresent()) {
                mentions.add(new Modes.Mention(BriefTopic.PLATFORMS, i, hit.get().end()));
                found.put(i, Set.of(hit.get().meaning()));
                sheet.take(i, hit.get().end(), BriefTopic.PLATFORMS);
                i = hit.get().end() - 1;
            }
        }
    }

    private void places(List<Modes.Mention> mentions, Map<Integer, Set<Place>> found, boolean inhabitants) {
        for (int i = 0; i < sheet.size(); i++) {
            Optional<Phrases.Hit<Set<Place>>> hit = sheet.isFree(i) ? PlaceWords.at(sheet, i, asks(BriefTopic.PLACES), inhabitants) : Optional.empty();
            if (hit.isPresent() && sheet.isFree(i, hit.get().end())) {
                mentions.add(new Modes.Mention(BriefTopic.PLACES, i, hit.get().end()));
                found.put(i, hit.get().meaning());
                sheet.take(i, hit.get().end(), BriefTopic.PLACES);
                i = hit.get().end() - 1;
            }
        }
    }

    private void categories(List<Modes.Mention> mentions, Map<Integer, Set<Category>> found) {
        for (int i = 0; i < sheet.size(); i++) {
            Optional<Phrases.Hit<Category>> hit = sheet.isFree(i) ? CategoryWords.at(sheet, i, asks(BriefTopic.CATEGORIES)) : Optional.empty();
            if (hit.isPresent() && sheet.isFree(i, hit.get().end())) {
                mentions.add(new Modes.Mention(BriefTopic.CATEGORIES, i, hit.get().end()));
                found.put(i, Set.of(hit.get().meaning()));
                i = hit.get().end() - 1;
            }
        }
        mentions.stream().filter(mention -> mention.topic() == BriefTopic.CATEGORIES).forEach(mention -> sheet.take(mention.start(), mention.end(),
                BriefTopic.CATEGORIES));
    }

    /** "drop the budget", "forget the dates": what is named without a value is forgotten. */
    private void forgotten() {
        for (int i = 0; i < sheet.size(); i++) {
            if (!sheet.isFree(i) || !FORGET.contains(sheet.at(i).word())) {
                continue;
            }
            int at = i + 1;
            while (Set.of("the", "our", "any", "my", "about", "all", "el", "la", "los", "las", "o", "a", "os", "as", "das", "die", "den", "der", "le", "les",
                    "il", "lo", "i", "gli", "de", "l", "campaign", "target").contains(sheet.near(at).word()) && at < i + 4) {
                at++;
            }
            Optional<Phrases.Hit<String>> label = at < sheet.size() ? Modes.label(sheet, at) : Optional.empty();
            if (label.isEmpty()) {
                continue;
            }
            BriefTopic topic = BriefTopic.valueOf(label.get().meaning());
            boolean valued = changes.stream().anyMatch(change -> change.topic() == topic);
            boolean open = Set.of("no", "without", "sin", "kein", "keine", "ohne").contains(sheet.at(i).word());
            if (!valued && (!open || topic == BriefTopic.BUDGET || topic == BriefTopic.DATES || topic == BriefTopic.FOLLOWERS)) {
                changes.add(new BriefChange.Cleared(topic));
                sheet.take(i, label.get().end(), topic);
            }
        }
    }

    /** "doesn't matter" answers what was asked. */
    private void indifference() {
        if (asked.isEmpty() || !BriefDraft.MAY_NOT_MATTER.contains(asked.get()) || changes.stream().anyMatch(change -> change.topic() == asked.get())) {
            return;
        }
        for (int i = 0; i < sheet.size(); i++) {
            Optional<Phrases.Hit<String>> hit = sheet.isFree(i) ? NO_MATTER.at(sheet, i) : Optional.empty();
            boolean alone = hit.isPresent() && (hit.get().end() - i > 1 || sheet.size() <= 4);
            if (alone) {
                sheet.take(i, hit.get().end(), asked.get());
                changes.add(new BriefChange.Indifferent(asked.get()));
                return;
            }
        }
    }

    private void answers() {
        boolean understood = !changes.isEmpty();
        if (asked.isPresent() && changes.stream().noneMatch(change -> change.topic() == asked.get()) && remarks.isEmpty()) {
            TextReader.answer(sheet, asked.get(), understood).ifPresent(changes::add);
        }
    }

    /** What looks like a fact and is none that a draft has room for. */
    private void unknown() {
        for (int i = 0; i < sheet.size(); i++) {
            Optional<Phrases.Hit<String>> elsewhere = sheet.isFree(i) ? PlatformWords.ELSEWHERE.at(sheet, i) : Optional.empty();
            if (elsewhere.isPresent() && !Set.of("line", "kick").contains(sheet.at(i).word())) {
                remarks.add("I cannot look for creators on " + sheet.said(i, elsewhere.get().end()) + ".");
            }
        }
        if (asks(BriefTopic.PLACES) && changes.isEmpty() || asks(BriefTopic.CATEGORIES) && changes.isEmpty() || asks(BriefTopic.PLATFORMS)
                && changes.isEmpty()) {
            String said = sheet.size() == 0 ? "" : sheet.said(0, Math.min(sheet.size(), 12));
            if (!said.isBlank() && remarks.isEmpty()) {
                remarks.add("I know no " + asked.orElseThrow().title() + " in \"" + said + "\".");
            }
        }
        for (int i = 1; i < sheet.size(); i++) {
            boolean led = Set.of("in", "from", "en", "aus", "em").contains(sheet.at(i - 1).word()) && sheet.isFree(i) && sheet.at(i).is(Token.Kind.WORD)
                    && sheet.isCapital(i) && !sheet.shouts() && sheet.at(i).word().length() > 3;
            if (led && !Set.of("english", "german", "spanish", "french", "italian", "portuguese").contains(sheet.at(i).word())) {
                remarks.add("I know no place \"" + sheet.said(i, i + 1) + "\".");
            }
        }
        for (int i = 0; i < sheet.size(); i++) {
            if (sheet.isFree(i) && Set.of("summer", "winter", "spring", "autumn", "fall", "verano", "invierno", "sommer", "herbst", "ete", "estate",
                    "verao").contains(sheet.at(i).word()) && asks(BriefTopic.DATES)) {
                remarks.add("Seasons differ between north and south: please name months for \"" + sheet.said(i, i + 1) + "\".");
            }
        }
    }
}
