package io.tastemaker.domain.briefing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Whether what a message mentions joins the draft, leaves it, or takes the place of what is there.
 *
 * <p>A verb such as "drop" or "add" holds until the next one or the end of the sentence; "not" holds for what follows and what is joined to
 * it by "and" or "or", but past no comma, unless the list goes on to an "or". What is plainly mentioned joins.
 */
final class Modes {

    /** What is done with a mention. */
    enum Mode { PLAIN, ADD, REMOVE, REPLACE, DENY, EXCHANGE, EXCHANGED }

    /**
     * Something that a message mentions.
     *
     * @param topic what it is about
     * @param start its first piece
     * @param end after its last piece
     */
    record Mention(BriefTopic topic, int start, int end) {}

    /** Words that deny what comes next. */
    static final Set<String> DENIALS = Set.of(
            "no", "not", "non", "nao", "nicht", "kein", "keine", "keinen", "pas", "sin", "sem", "ohne", "sans", "senza", "without", "never", "nor",
                    "neither", "ni", "nem", "ne", "tampoco", "niente", "nada", "minus", "isn", "aren",
            "don", "nessun", "nessuna", "aucun", "aucune", "weder", "noch", "nope");

    private static final Phrases<Mode> MARKERS = Phrases.of("""
            ADD: add, coloca, colocar, coloque, mete, mets, mettez, metti, bota, also, plus, as well as, include, including, includes, additionally, \
            in addition, on top, along with, too, and also, throw in, \
            extend to, expand to, extend it to, agrega, agregar, anade, anadir, \
            tambien, suma, sumar, incluye, incluir, ademas, mas, adiciona, adicionar, adicione, tambem, inclui, inclua, acrescenta, acrescente, alem de, \
            mais, hinzu, auch, dazu, zusatzlich, ausserdem, fuge, nimm, erganze, ajoute, ajouter, ajoutez, aussi, \
            inclure, egalement, aggiungi, aggiungere, anche, includi, inoltre, pure, e anche, y tambien
            REMOVE: drop, remove, delete, exclude, excluding, excluded, except, except for, forget, forget about, leave out, take out, take off, \
            get rid of, cut, skip, scrap, ditch, lose, stay away from, avoid, \
            everything but, all but, anything but, apart from, other than, no longer, quita, quitar, quitamos, elimina, eliminar, elimine, excepto, salvo, \
            menos, excluye, excluyendo, excluir, saca, sacar, fuera, olvida, evita, descarta, borra, \
            tira, tirar, tire, remova, remover, retire, exceto, exclua, exclui, excluindo, esqueca, menos o, evite, apague, streiche, streich, entferne, \
            entfern, ausser, ausgenommen, ausschliessen, losche, lass, lasse, verzichte auf, vergiss, bis auf, \
            enleve, enlever, enlevez, supprime, supprimer, supprimez, retirez, sauf, excepte, hors, exclure, oublie, oubliez, laisse tomber, \
            laissez tomber, evitez, \
            togli, togliere, togliete, rimuovi, rimuovere, rimuovete, tranne, escluso, esclusa, esclusi, escludi, eccetto, dimentica, lascia perdere, leva
            REPLACE: make it, make that, make them, make the, set it to, change it to, change that to, change to, switch to, switch it to, should be, \
            has to be, must be, it s actually, actually, in fact, correction, only, just, exclusively, solely, \
            rather, limit it to, narrow it down to, restrict it to, stick to, focus on, focus only on, let s do, lets do, i meant, i mean, we meant, \
            solo, solamente, unicamente, mejor, en realidad, cambia a, que sea, que sean, pon, ponlo en, corrijo, correccion, perdon, quise decir, digo, \
            so, somente, apenas, na verdade, muda para, mude para, troca para, que seja, corrigindo, quis dizer, alias, \
            nur, lieber, eigentlich, stattdessen, ausschliesslich, doch, korrektur, mach daraus, ander das auf, andere auf, besser, ich meinte, \
            seulement, uniquement, plutot, en fait, finalement, passe a, passez a, correction, je voulais dire, mets, mettez, \
            soltanto, solamente, piuttosto, in realta, anzi, meglio, facciamo, cambia in, passa a, correzione, volevo dire, metti
            DENY: nothing on, nothing from, nada en, nada no, nichts auf, nichts aus, rien sur, niente su, no, not, non, nao, nicht, kein, keine, keinen, \
            pas, pas de, pas d, plus de, sin, sem, ohne, sans, senza, without, never, nor, neither, \
            ni, nem, ne, tampoco, niente, nada de, minus, nessun, nessuna, aucun, aucune, \
            weder, noch, instead of, rather than, in place of, en vez de, en lugar de, em vez de, no lugar de, ao inves de, statt, anstatt, anstelle von, \
            au lieu de, plutot que, a la place de, invece di, al posto di, piuttosto che, \
            don t want, do not want, we don t want, don t use, don t include, don t need, no quiero, no queremos, nao quero, nao queremos, wir wollen kein, \
            wir wollen keine, on ne veut pas, nous ne voulons pas, non vogliamo, non voglio
            EXCHANGE: replace, swap, swap out, exchange, substitute, change, switch from, switch, move from, trade, reemplaza, sustituye, cambia, cambiar, \
            cambie, cambiemos, reemplazar, troca, trocar, troque, substitui, substitua, muda, mude, mudar, \
            ersetze, ersetz, tausche, tausch, wechsle von, andere, ander, remplace, remplacez, remplacer, change, changez, echange, sostituisci, \
            sostituire, cambiamo, scambia, cambia
            PLAIN: but, but not, sondern, sino, mas sim, pero, aber, sondern nur, ma, mais plutot, and not, yes, keep, stay with, only not
            """, Mode::valueOf);

    /** Phrases that look like a denial and are none. */
    private static final Phrases<String> NO_DENIAL = Phrases.of("""
            none: no problem, no worries, not sure, not only, not just, no more than, not more than, no less than, not less than, no fewer than, no idea, \
            no preference, no matter, no limit, no minimum, no maximum, nicht mehr als, \
            nicht weniger als, nicht nur, no mas de, no menos de, no solo, nao so, nao mais de, nao menos de, pas plus de, pas moins de, pas seulement, \
            non piu di, non meno di, non solo, no upper limit, no lower limit, not yet, why not, \
            plus de, mas de, mais de, mais que, mas que, plus que, mas o menos, mais ou menos, no minimo, no maximo, so that, so we, so far, so please, \
            and so on, just launched, we just, at least, no mas, menos de, menos que, \
            so i, so the, so it, so our, via email, mas tarde, mais tarde, cut off, change our, change the way, nada mas
            """, text -> text);

    private static final Set<String> BY = Set.of("with", "for", "to", "by", "por", "con", "a", "durch", "gegen", "zu", "auf", "par", "pour", "avec", "per",
            "com", "into", "in", "mit", "->", "\u2192");

    private static final Set<String> OR = Set.of("or", "nor", "o", "u", "ou", "oder", "noch", "ni", "nem", "ne", "e", "and", "y", "und", "et", "&", "/");

    private static final Set<String> OUT_AFTER = Set.of("raus", "weg", "out", "off", "fuera", "fora", "dehors", "no", "nicht", "non", "nao", "excluded",
            "gone", "streichen", "entfernen", "weglassen", "rauslassen");

    private static final Set<String> ONLY_AFTER = Set.of("instead", "only", "stattdessen", "statt", "exclusively", "solo", "solamente", "apenas", "somente",
            "nur", "seulement", "uniquement", "soltanto", "invece");

    private static final Phrases<String> LABELS = Phrases.of("""
            PLATFORMS: platform, platforms, channel, channels, network, networks, social networks, social network, plataforma, plataformas, canal, canales, \
            canais, redes, redes sociales, redes sociais, plattform, plattformen, kanale, kanal, \
            netzwerke, plateforme, plateformes, reseaux, reseau, canaux, piattaforma, piattaforme, canali, canale, social, socials
            PLACES: place, places, country, countries, location, locations, region, regions, market, markets, target market, target markets, geo, \
            geography, pais, paises, lugar, lugares, ubicacion, ubicaciones, mercado, mercados, localizacao, regiao, \
            land, lander, laender, markt, markte, region, regionen, standort, orte, ort, pays, marche, marches, lieu, lieux, paese, paesi, mercato, \
            mercati, luogo, luoghi
            CATEGORIES: category, categories, niche, niches, topic, topics, vertical, verticals, categoria, categorias, nicho, nichos, tema, temas, \
            kategorie, kategorien, nische, nischen, thema, themen, categorie, theme, themes, thematique, thematiques, \
            categoria, nicchia, nicchie, tema, temi, content type, kind of creators, type of creators
            FOLLOWERS: followers, follower, follower range, follower count, followers range, subscribers, size, creator size, range, reach, seguidores, \
            rango de seguidores, numero de seguidores, faixa de seguidores, suscriptores, inscritos, abonnenten, \
            followerzahl, reichweite, abonnes, nombre d abonnes, iscritti, numero di follower, fascia di follower, fans
            BUDGET: budget, budgets, spend, spending, presupuesto, orcamento, verba, bilancio, budgetrahmen, inversion, investimento, investimento total, cost
            DATES: date, dates, timing, period, timeline, schedule, fechas, fecha, datas, data, periodo, prazo, zeitraum, daten, termin, termine, laufzeit, \
            calendrier, periode, duree, date di inizio, periodo, duration, start date, end date
            GOAL: goal, goals, objective, objectives, aim, purpose, objetivo, objetivos, meta, ziel, ziele, kampagnenziel, objectif, objectifs, but, \
            obiettivo, obiettivi, scopo
            PRODUCT: product, products, service, producto, productos, servicio, produto, produtos, servico, produkt, produkte, produit, produits, prodotto, \
            prodotti
            WEBSITE: website, site, web site, url, link, homepage, web, sitio web, pagina web, pagina, sitio, webseite, seite, site web, sito, sito web, \
            landing page, webpage, shop url
            AUDIENCE: audience, target audience, target group, target, audiencia, publico, publico objetivo, publico alvo, zielgruppe, cible, public cible, \
            audience cible, pubblico, pubblico target, target di riferimento, demographic, demographics
            NAME: campaign name, name of the campaign, campaign title, nombre de la campana, nome da campanha, kampagnenname, name der kampagne, \
            nom de la campagne, nome della campagna
            """, text -> text);

    private final Sheet sheet;
    private final BriefTopic[] mentioned;
    private final Mode[] modes;

    private Modes(Sheet sheet, List<Mention> mentions) {
        this.sheet = sheet;
        this.mentioned = new BriefTopic[sheet.size()];
        this.modes = new Mode[sheet.size()];
        for (Mention mention : mentions) {
            for (int i = mention.start(); i < mention.end(); i++) {
                mentioned[i] = mention.topic();
            }
        }
        for (int start = 0; start < sheet.size(); start = sheet.sentenceEnd(start) + 1) {
            sentence(start, sheet.sentenceEnd(start));
        }
    }

    static Modes of(Sheet sheet, List<Mention> mentions) {
        return new Modes(sheet, mentions);
    }

    /** Whether a word that adds, removes or replaces stands there. */
    static boolean isMarker(Sheet sheet, int i) {
        return MARKERS.at(sheet, i).filter(hit -> hit.meaning() != Mode.DENY).isPresent();
    }

    static Optional<Phrases.Hit<String>> label(Sheet sheet, int i) {
        return LABELS.at(sheet, i);
    }

    /** What is done with a mention; never an exchange. */
    Mode of(Mention mention) {
        Mode mode = modes[mention.start()];
        return mode == null ? Mode.PLAIN : mode;
    }

    private void sentence(int start, int end) {
        Mode base = Mode.PLAIN;
        Mode mode = Mode.PLAIN;
        boolean denied = false;
        boolean removed = false;
        BriefTopic exchanged = null;
        for (int i = start; i < end;) {
            if (mentioned[i] != null) {
                int last = i;
                while (last < end && mentioned[last] == mentioned[i] && last - i < 8 && (last == i || !sheet.at(last).is(","))) {
                    modes[last] = shown(mode, exchanged, mentioned[i]);
                    last++;
                }
                if (mode == Mode.EXCHANGED && last < end && BY.contains(sheet.at(last).word())) {
                    for (int at = i; at < last; at++) {
                        modes[at] = Mode.REMOVE;
                    }
                    exchanged = mentioned[i];
                }
                denied |= mode == Mode.DENY || mode == Mode.REMOVE;
                if (mode == Mode.EXCHANGE) {
                    exchanged = mentioned[i];
                    removed = true;
                }
                i = after(start, i, last, end);
                continue;
            }
            String word = sheet.at(i).word();
            Optional<Phrases.Hit<String>> harmless = NO_DENIAL.at(sheet, i);
            Optional<Phrases.Hit<Mode>> marker = MARKERS.at(sheet, i);
            if (harmless.isPresent() && marker.map(hit -> hit.end() <= harmless.get().end()).orElse(true) && !isRomanceNo(i)) {
                i = harmless.get().end();
            } else if (isCorrection(i, start)) {
                base = Mode.REPLACE;
                mode = base;
                i++;
            } else if (mode == Mode.EXCHANGE && BY.contains(word)) {
                mode = removed ? Mode.EXCHANGED : Mode.REPLACE;
                base = mode;
                i++;
            } else if (marker.isPresent() && !(sheet.at(i).is("no") && isRomanceNo(i))) {
                mode = marker.get().meaning();
                if (mode == Mode.PLAIN) {
                    mode = base == Mode.REMOVE || base == Mode.EXCHANGE ? Mode.PLAIN : base;
                } else if (mode != Mode.DENY) {
                    base = mode;
                }
                denied = false;
                i = marker.get().end();
            } else if (sheet.at(i).is(",") && mode == Mode.DENY && denied && !goesOn(i, end)) {
                mode = base;
                denied = false;
                i++;
            } else if (sheet.at(i).is(":") && (mode == Mode.DENY || mode == Mode.REMOVE) && denied) {
                base = Mode.PLAIN;
                mode = Mode.PLAIN;
                i++;
            } else if (sheet.at(i).is("+")) {
                mode = Mode.ADD;
                i++;
            } else {
                Optional<Phrases.Hit<String>> label = LABELS.at(sheet, i);
                if (label.isPresent() && isDefined(label.get().end()) && mode != Mode.REMOVE && mode != Mode.DENY && mode != Mode.EXCHANGE) {
                    mode = Mode.REPLACE;
                    base = Mode.REPLACE;
                    i = label.get().end();
                } else {
                    i = label.map(Phrases.Hit::end).orElse(i + 1);
                }
            }
        }
    }

    private static Mode shown(Mode mode, BriefTopic exchanged, BriefTopic topic) {
        return switch (mode) {
            case DENY, EXCHANGE, REMOVE -> Mode.REMOVE;
            case EXCHANGED -> topic == exchanged ? Mode.ADD : Mode.REPLACE;
            case PLAIN, ADD, REPLACE -> mode;
        };
    }

    /** "Platforms: ...", "the countries are ..." say all of it. */
    private boolean isDefined(int i) {
        return Set.of(":", "=", "is", "are", "should", "es", "son", "sind", "ist", "est", "sont", "sono", "sao", "to", "zu").contains(sheet.near(i).word());
    }

    /** "No, ..." and "wait, ..." correct; "no TikTok" denies. */
    private boolean isCorrection(int i, int start) {
        String word = sheet.at(i).word();
        boolean opening = i == start || sheet.near(i - 1).is(",");
        boolean stopped = sheet.near(i + 1).is(",") || sheet.near(i + 1).is(Token.Kind.SIGN) && Set.of(":", "-", "\u2013",
                "\u2014").contains(sheet.near(i + 1).word());
        return opening && (Set.of("no", "nope", "nein", "non", "nao", "nah").contains(word) && stopped
                || Set.of("wait", "sorry", "oops", "hmm", "moment", "attends", "espera", "aspetta", "warte", "pardon", "scusa", "desculpa",
                        "ops").contains(word));
    }

    /** Portuguese "no" is "in the": "no Brasil", "no Instagram". */
    private boolean isRomanceNo(int i) {
        return sheet.at(i).is("no") && Cues.looksPortuguese(sheet);
    }

    /** Whether a list of denied things goes on past a comma to an "or". */
    private boolean goesOn(int comma, int end) {
        for (int i = comma + 1; i < end && i < comma + 8; i++) {
            if (mentioned[i] == null && OR.contains(sheet.at(i).word()) && Set.of("or", "nor", "oder", "noch", "ni", "nem", "ne", "ou",
                    "o").contains(sheet.at(i).word())) {
                return true;
            }
            if (mentioned[i] == null && !sheet.at(i).is(",")) {
                return false;
            }
        }
        return false;
    }

    /** "TikTok raus", "YouTube instead", "Instagram only": a word behind the mention. */
    private int after(int start, int from, int to, int end) {
        int i = to;
        while (i < end && Set.of("is", "are", "s", "please", "bitte", "lieber", "mejor", "doch", "ist", "jetzt", "should", "go",
                "can").contains(sheet.at(i).word()) && i < to + 3) {
            i++;
        }
        if (i >= end) {
            return to;
        }
        String word = sheet.at(i).word();
        boolean last = i + 1 >= end || sheet.at(i + 1).is(",") || Set.of("and", "y", "und", "et", "e", "please", "bitte").contains(sheet.at(i + 1).word());
        if (OUT_AFTER.contains(word) && last && !(word.equals("no") && isRomanceNo(i))) {
            for (int at = from; at < to; at++) {
                modes[at] = Mode.REMOVE;
            }
            return i + 1;
        }
        if (ONLY_AFTER.contains(word) && !sheet.near(i + 1).is("of") && (last || !Set.of("solo", "nur", "only", "statt").contains(word))) {
            for (int at = start; at < to; at++) {
                if (mentioned[at] == mentioned[from] && modes[at] == Mode.PLAIN) {
                    modes[at] = Mode.REPLACE;
                }
            }
        }
        return to;
    }

    /** The changes of one set: what replaces, what joins, what leaves. */
    static <T> List<BriefChange> changes(List<Mention> mentions, Modes modes, Function<Mention, Set<T>> values,
            BiFunction<BriefChange.Way, Set<T>, BriefChange> change) {
        Set<T> joining = new LinkedHashSet<>();
        Set<T> leaving = new LinkedHashSet<>();
        boolean replacing = false;
        for (Mention mention : mentions) {
            Mode mode = modes.of(mention);
            if (mode == Mode.REMOVE) {
                leaving.addAll(values.apply(mention));
            } else {
                replacing |= mode == Mode.REPLACE;
                leaving.removeAll(values.apply(mention));
                joining.addAll(values.apply(mention));
            }
        }
        joining.removeAll(leaving);
        List<BriefChange> changes = new ArrayList<>();
        if (!joining.isEmpty()) {
            changes.add(change.apply(replacing ? BriefChange.Way.REPLACE : BriefChange.Way.ADD, joining));
        }
        if (!leaving.isEmpty()) {
            changes.add(change.apply(BriefChange.Way.REMOVE, leaving));
        }
        return changes;
    }
}
