package io.tastemaker.domain.briefing;

import java.util.Optional;
import java.util.Set;

/** What is advertised, where no cue such as "we sell" says so. */
final class ProductReader {

    /** Words between a wish and what is ours: "content about our serum". */
    private static final Set<String> BEFORE_WHAT_IS_OURS = Set.of("for", "of", "about", "para", "de", "fur", "fuer", "pour", "per", "di", "do", "da");

    /** Verbs of which the product is the object. */
    private static final Set<String> PROMOTING = Set.of(
            "promoting", "launching", "introducing", "advertising", "releasing", "release", "promote", "launch", "advertise", "introduce",
            "announce", "relaunch", "sell", "market", "promocionar", "lanzar", "presentar", "promover", "divulgar", "lancar", "apresentar",
            "promouvoir", "lancer", "presenter", "annoncer", "promuovere", "lanciare", "presentare", "anunciar", "vender", "pubblicizzare",
            "vendere", "vendre", "push", "conocer", "connaitre", "conoscere", "lanzamos", "lancamos", "lancons", "lanciamo", "launchen", "lance",
            "presentamos", "apresentamos", "presentons", "presentiamo", "promocionamos", "promuoviamo");

    /** Small words between such a verb and the product. */
    private static final Set<String> BEFORE_PRODUCT = Set.of("more", "mas", "mais", "plus", "piu", "su", "seu", "our", "new");

    /** Those of them that announce one thing, not a kind of things. */
    private static final Set<String> ONE_THING = Set.of(
            "our", "my", "nuestro", "nuestra", "nosso", "nossa", "notre", "nostro", "nostra", "nuestros", "nuestras", "nos", "the", "a", "new");

    /** "for" in six languages. */
    private static final Set<String> FOR = Set.of("for", "para", "fur", "fuer", "pour", "per");

    /** What sells or makes something. */
    private static final Set<String> BUSINESSES = Set.of(
            "brand", "maker", "producer", "manufacturer", "shop", "store", "marca", "tienda", "negocio", "empresa", "loja", "fabricante", "marque",
            "boutique", "fabricant", "marke", "hersteller", "negozio", "azienda", "produttore", "fornitore", "startup");

    /** "of" in six languages. */
    private static final Set<String> OF = Set.of("de", "of", "di", "von", "d", "fur", "for");

    /** Articles before a product. */
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "un", "una", "um", "uma", "une", "ein", "eine", "einen", "new");

    /** Words that make what follows "for" the product, as creators do. */
    private static final Set<String> CAMPAIGN_WORDS = Set.of(
            "campaign", "campana", "campanha", "kampagne", "campagne", "campagna", "promo", "ads", "advertising", "collab", "marketing",
            "publicidad", "werbung", "publicite", "pubblicita", "publicidade");

    /** Nouns behind "for a" that are no product. */
    private static final Set<String> NO_PRODUCTS = Set.of(
            "campaign", "campana", "campanha", "kampagne", "campagne", "campagna", "collaboration", "collab", "project", "budget", "total", "few",
            "couple", "month", "week", "maximum", "minimum");

    private final Sheet sheet;
    private final TextBounds bounds;

    ProductReader(Sheet sheet, TextBounds bounds) {
        this.sheet = sheet;
        this.bounds = bounds;
    }

    /** "promote our new serum": what is promoted is the product. */
    Optional<String> promoted(int from, int until) {
        for (int i = from; i + 2 <= until; i++) {
            boolean owned = BEFORE_WHAT_IS_OURS.contains(sheet.at(i).word())
                    && (TextWords.OWNED.contains(sheet.near(i + 1).word()) || TextWords.ONE.contains(sheet.near(i + 1).word())
                            && !sheet.at(i).word().matches("de|of|di|do|da"));
            if (owned) {
                Stretch cut = bounds.cut(BriefTopic.PRODUCT, i + 2, until);
                String text = sheet.said(cut.start(), cut.end());
                if (cut.end() > cut.start() && !TextWords.GENERIC.contains(Sheet.fold(text))) {
                    return Optional.of(text);
                }
            }
        }
        for (int i = from; i < until; i++) {
            if (!PROMOTING.contains(sheet.at(i).word())) {
                continue;
            }
            int start = i + 1;
            boolean owned = false;
            while (start < until && (TextWords.LEADING.contains(sheet.at(start).word())
                    || BEFORE_PRODUCT.contains(sheet.at(start).word()) && !sheet.at(start).is("new"))) {
                owned |= ONE_THING.contains(sheet.at(start).word());
                start++;
            }
            Stretch cut = bounds.cut(BriefTopic.PRODUCT, start, until);
            if (cut.end() > cut.start() && (owned || cut.end() - cut.start() < 9)) {
                String text = sheet.said(cut.start(), cut.end()).replaceFirst("(?i) online$", "");
                if (!text.isBlank() && !TextWords.GENERIC.contains(Sheet.fold(text))) {
                    return Optional.of(text);
                }
            }
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** "influencers for a protein shake", "creators for our new lipstick" */
    Optional<String> owned() {
        for (int i = 0; i < sheet.size(); i++) {
            boolean led = FOR.contains(sheet.at(i).word())
                    && (TextWords.OWNED.contains(sheet.near(i + 1).word()) || isForCreators(i));
            if (led && sheet.isFree(i, i + 2)) {
                Stretch cut = bounds.cut(BriefTopic.PRODUCT, i + 2, sheet.sentenceEnd(i));
                String text = sheet.said(cut.start(), cut.end());
                if (cut.end() > cut.start() && cut.end() - cut.start() < 9 && !TextWords.GENERIC.contains(Sheet.fold(text))) {
                    sheet.take(cut.start(), cut.end(), BriefTopic.PRODUCT);
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }

    /** "uma marca brasileira de chas gelados": what a business is of. */
    Optional<String> ofBusiness() {
        for (int i = 0; i < sheet.size(); i++) {
            if (!sheet.isFree(i) || !BUSINESSES.contains(sheet.at(i).word()) || !TextWords.OWNED.contains(sheet.near(i - 1).word())
                    && !TextWords.ONE.contains(sheet.near(i - 1).word()) && !TextWords.ONE.contains(
                            sheet.near(i - 2).word()) && !TextWords.ONE.contains(sheet.near(i - 3).word())) {
                continue;
            }
            int of = OF.contains(sheet.near(i + 1).word()) ? i + 1 : i + 2;
            if (OF.contains(sheet.near(of).word()) && sheet.isFree(i, Math.min(of + 1, sheet.size()))) {
                Stretch cut = bounds.cut(BriefTopic.PRODUCT, of + 1, sheet.sentenceEnd(i));
                if (cut.end() > cut.start() && cut.end() - cut.start() < 9) {
                    sheet.take(cut.start(), cut.end(), BriefTopic.PRODUCT);
                    return Optional.of(sheet.said(cut.start(), cut.end()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isForCreators(int i) {
        boolean article = ARTICLES.contains(sheet.near(i + 1).word());
        boolean creators = false;
        for (int at = i - 1; at >= 0 && at >= i - 4 && !sheet.at(at).is(Token.Kind.BREAK); at--) {
            creators |= CAMPAIGN_WORDS.contains(sheet.at(at).word())
                    || Cues.CREATORS.has(sheet.at(at).word()) || sheet.at(at).word().endsWith("influencer");
        }
        int noun = sheet.near(i + 2).is("new") ? i + 3 : i + 2;
        return article && creators && !NO_PRODUCTS.contains(sheet.near(noun).word());
    }
}
