package io.tastemaker.domain.briefing;

import io.tastemaker.domain.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The budget as people write it.
 *
 * <p>"$" and "dollars" are US dollars, "¥" and "yen" are Japanese, "£" and "pounds" British, "₹" and "rupees" Indian; pesos, crowns, francs
 * and dinars belong to many countries and are asked back. Of a span the greater end is the budget: what the campaign may cost. A price of
 * the product, or a rate for each post, is none.
 */
final class MoneyReader {

    /** What a sign or a word says about a currency. */
    private sealed interface Unit {
        /** One currency. */
        record Known(Currency currency) implements Unit {}

        /** Several countries call their money so. */
        record Doubtful(String word) implements Unit {}
    }

    private record Mark(Unit unit, int start, int end) {}

    private record Sum(Amount amount, Optional<Unit> unit, int start, int end) {}

    private static final Phrases<Unit> UNITS = Phrases.of("""
            USD: $, us$, usd, dollar, dollars, us dollars, us dollar, u s dollars, american dollars, bucks, dolares, dolar, dolares americanos, dollari, \
            dollaro, dollaren, usdollar, usdollars, dollar us, dollars us, us dolares, dlls
            EUR: \u20ac, eur, euro, euros, euronen, eurs, evro
            GBP: \u00a3, gbp, pound, pounds, pounds sterling, sterling, quid, libras, libras esterlinas, pfund, livres sterling, sterline, british pounds
            BRL: r$, brl, real, reais, reales, reales brasilenos, brazilian reais, reais brasileiros
            JPY: \u00a5, jpy, yen, yenes, ienes
            CHF: chf, franken, swiss francs, francs suisses, schweizer franken, francos suizos, franchi svizzeri, sfr, fr
            CAD: ca$, c$, cad, canadian dollars, dollars canadiens
            AUD: au$, a$, aud, australian dollars
            NZD: nz$, nzd, new zealand dollars
            HKD: hk$, hkd
            SGD: s$, sg$, sgd, singapore dollars
            MXN: mx$, mxn, mexican pesos, pesos mexicanos, mxp
            ARS: ar$, ars, pesos argentinos, argentine pesos
            COP: cop, pesos colombianos, colombian pesos
            CLP: clp, pesos chilenos, chilean pesos
            UYU: uyu, pesos uruguayos
            PEN: soles, nuevos soles, soles peruanos
            INR: \u20b9, inr, rupee, rupees, indian rupees, rs, rupias, \u0930\u0941\u092a\u092f\u0947, \u0930\u0941\u092a\u090f
            CNY: cny, rmb, yuan, renminbi
            KRW: \u20a9, krw, won
            TRY: \u20ba, turkish lira, lira, liras turcas, tl
            RUB: \u20bd, rub, rubles, roubles, rublos
            UAH: \u20b4, uah, hryvnia
            PLN: pln, zloty, zlotys, zlotych, zl
            CZK: czk, koruna, kc
            HUF: huf, forint
            RON: lei
            SEK: sek, swedish kronor, swedish krona, schwedische kronen
            NOK: nok, norwegian kroner, norwegische kronen
            DKK: dkk, danish kroner, danische kronen
            ISK: isk
            AED: aed, dirham, dirhams, uae dirhams, \u062f\u0631\u0647\u0645
            SAR: sar, riyal, riyals, \u0631\u064a\u0627\u0644
            EGP: egp, egyptian pounds
            MAD: moroccan dirhams
            ZAR: zar, rand
            NGN: \u20a6, ngn, naira
            KES: kes, kenyan shillings
            ILS: \u20aa, ils, shekel, shekels, nis
            THB: \u0e3f, thb, baht
            VND: \u20ab, vnd, dong
            PHP: \u20b1, philippine pesos
            IDR: idr, rupiah
            MYR: myr, ringgit
            KWD: kwd, kuwaiti dinars
            BHD: bhd
            TWD: nt$, twd
            ?: peso, pesos, kr, kroner, kronor, krona, krone, kronen, coroas, coronas, couronnes, corone, franc, francs, francos, franchi, dinar, dinars, \
            dinares, shilling, shillings
            """, MoneyReader::unit);

    /** ISO codes that are words; in lower case they are not read as money. */
    private static final Set<String> UPPER_ONLY = Set.of("cop", "pen", "sar", "fr", "rs", "won", "mad", "kes", "real", "tl", "nis", "zl", "lei", "rand",
            "dong", "kr");

    private static final Set<String> LINKS = Set.of("of", "in", "de", "d", "di", "en", "em", "a", "around", "about", "is", "to");

    private static final Set<String> CONNECTORS = Set.of("-", "\u2013", "\u2014", "to", "and", "a", "y", "e", "bis", "und", "et", "\u00e0", "hasta", "ate",
            "ou", "or", "o", "oder");

    private static final Phrases<String> PRICES = Phrases.of("""
            price: price, priced, price is, prices, price point, costs, retails, retail, retails for, sells for, selling for, sell for, sold for, msrp, \
            rrp, each, worth, valued, value, priced at, cuesta, cuestan, precio, precios, custa, custam, preco, precos, kostet, preis, preise, \
            coute, coutent, prix, costa, costano, prezzo, prezzi, revenue, turnover, discount, shipping, per post, per video, per creator, fee, fees, \
            sale price, voucher, coupon, basket, aov
            """, text -> text);

    private static final Phrases<String> RATES = Phrases.of("""
            rate: per post, per video, per creator, per reel, per influencer, per story, per piece, each, apiece, a piece, per unit, per bottle, a bottle, \
            por post, por publicacion, por video, por creador, por influencer, por criador, cada uno, cada una, cada, pro post, pro video, pro creator, \
            pro stuck, par post, par video, par createur, par influenceur, a post, per head, chacun, l unite, ciascuno, a testa, la unidad
            """, text -> text);

    private final Sheet sheet;
    private final BriefDraft draft;

    private MoneyReader(Sheet sheet, BriefDraft draft) {
        this.sheet = sheet;
        this.draft = draft;
    }

    private static Unit unit(String code) {
        return code.equals("?") ? new Unit.Doubtful(code) : new Unit.Known(Currency.getInstance(code));
    }

    /**
     * Reads the money of a message and ticks it off.
     *
     * @param sheet the message
     * @param draft what is known
     * @param asked whether the budget was asked for
     * @param remarks takes what could not be
     * @return what changes
     */
    static List<BriefChange> read(Sheet sheet, BriefDraft draft, boolean asked, List<String> remarks) {
        return new MoneyReader(sheet, draft).read(asked, remarks);
    }

    /** Whether a currency is named there. */
    static boolean isUnit(Sheet sheet, int i) {
        return sheet.near(i).is(Token.Kind.MONEY) || UNITS.at(sheet, i).filter(hit -> !UPPER_ONLY.contains(sheet.at(i).word())).isPresent();
    }

    private List<BriefChange> read(boolean asked, List<String> remarks) {
        List<Sum> sums = new ArrayList<>();
        List<Mark> alone = new ArrayList<>();
        for (int i = 0; i < sheet.size(); i++) {
            Optional<Sum> sum = sum(i);
            if (sum.isPresent()) {
                sums.add(sum.get());
                i = sum.get().end() - 1;
                continue;
            }
            Optional<Mark> mark = mark(i);
            if (mark.isPresent()) {
                alone.add(mark.get());
                i = mark.get().end() - 1;
            }
        }
        List<Sum> all = joined(sums);
        List<Sum> wanted = all.stream().filter(sum -> !isPrice(sum, all)).toList();
        sums.forEach(sum -> sheet.take(sum.start(), sum.end(), BriefTopic.BUDGET));
        Optional<Sum> budget = wanted.stream().filter(this::isBudget).reduce((one, other) -> other).or(() -> wanted.stream().reduce((one, other) -> other));
        if (budget.isPresent()) {
            return budget(budget.get(), remarks);
        }
        return currency(alone, asked, remarks);
    }

    private List<BriefChange> budget(Sum sum, List<String> remarks) {
        BigDecimal amount = sum.amount().value();
        if (amount.signum() <= 0) {
            remarks.add("A budget is more than nothing.");
            return List.of();
        }
        if (amount.precision() > BriefDraft.MOST_DIGITS - 4 || amount.scale() > 8) {
            remarks.add("\"" + sheet.said(sum.start(), sum.end()) + "\" is no amount that I can keep.");
            return List.of();
        }
        return switch (sum.unit().orElseThrow()) {
            case Unit.Known(Currency currency) -> BriefDraft.money(amount, currency).<List<BriefChange>>map(money -> List.of(new BriefChange.Budget(money)))
                    .orElseGet(() -> {
                        remarks.add("\"" + sheet.said(sum.start(), sum.end()) + "\" is finer than " + currency + " can be.");
                        return List.of();
                    });
            case Unit.Doubtful doubtful -> {
                remarks.add("Several countries call their money so: which currency is \"" + sheet.said(sum.start(), sum.end()) + "\"?");
                yield List.of(new BriefChange.Amount(amount));
            }
        };
    }

    /** A currency without an amount: the one in which the budget is. */
    private List<BriefChange> currency(List<Mark> marks, boolean asked, List<String> remarks) {
        boolean open = draft.amount().isPresent() || draft.budget().isPresent();
        List<BriefChange> changes = new ArrayList<>();
        for (Mark mark : marks) {
            int sentence = sheet.sentenceStart(mark.start());
            boolean spoken = asked || draft.amount().isPresent() || saysBudget(sentence, sheet.sentenceEnd(mark.start())) || marks.size() > 1
                    || Set.of("in", "en", "em", "it", "is", "use", "currency").contains(sheet.near(mark.start() - 1).word());
            if (!isDenied(mark.start())) {
                sheet.take(mark.start(), mark.end(), BriefTopic.BUDGET);
                if (mark.unit() instanceof Unit.Known(Currency currency) && spoken) {
                    changes.clear();
                    changes.add(new BriefChange.InCurrency(currency));
                }
            } else {
                sheet.take(mark.start(), mark.end(), BriefTopic.BUDGET);
            }
        }
        if (!changes.isEmpty() && !open && !hasBareAmount()) {
            return List.of();
        }
        return changes;
    }

    /** "budget 5000, in euros": the amount is read by whoever reads bare numbers. */
    private boolean hasBareAmount() {
        for (int i = 0; i < sheet.size(); i++) {
            if (sheet.isFree(i) && sheet.at(i).is(Token.Kind.NUMBER) && saysBudget(sheet.sentenceStart(i), sheet.sentenceEnd(i))) {
                return true;
            }
        }
        return false;
    }

    boolean saysBudget(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Cues.BUDGET.at(sheet, i).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** A span such as "5-10k EUR" is one sum: its greater end. */
    private List<Sum> joined(List<Sum> sums) {
        List<Sum> joined = new ArrayList<>();
        for (Sum sum : sums) {
            Optional<Sum> before = joined.isEmpty() ? Optional.empty() : Optional.of(joined.getLast());
            boolean span = before.isPresent() && sum.start() - before.get().end() == 1 && Set.of("-", "\u2013", "\u2014", "to", "a", "bis", "and", "y", "e",
                    "und", "et").contains(sheet.at(before.get().end()).word());
            if (span) {
                joined.removeLast();
                Sum greater = List.of(before.get(), sum).stream().max(Comparator.comparing(any -> any.amount().value())).orElseThrow();
                joined.add(new Sum(greater.amount(), greater.unit(), before.get().start(), sum.end()));
            } else {
                joined.add(sum);
            }
        }
        return joined;
    }

    private Optional<Sum> sum(int i) {
        Optional<Mark> before = mark(i);
        if (before.isPresent()) {
            int at = before.get().end();
            Optional<Amount> amount = at < sheet.size() ? Amounts.at(sheet, at) : Optional.empty();
            if (amount.isEmpty() || sheet.isNegative(at) || sheet.isNegative(i) || isDenied(i) && sheet.at(i).is(Token.Kind.WORD)) {
                return Optional.empty();
            }
            // "EUR 5-10k", "$5k USD"
            Optional<Amount> second = second(amount.get());
            Amount whole = second.map(last -> greater(amount.get(), last)).orElse(amount.get());
            int end = second.map(Amount::end).orElse(amount.get().end());
            Optional<Mark> after = mark(end).filter(mark -> refines(before.get(), mark, i, end));
            return Optional.of(new Sum(whole, Optional.of(after.map(Mark::unit).orElse(before.get().unit())), i, after.map(Mark::end).orElse(end)));
        }
        Optional<Amount> amount = Amounts.at(sheet, i);
        if (amount.isEmpty() || sheet.isNegative(i) || isDenied(i) && !Cues.looksPortuguese(sheet)) {
            return Optional.empty();
        }
        Optional<Amount> second = second(amount.get());
        int end = second.map(Amount::end).orElse(amount.get().end());
        int at = end;
        while (at < end + 2 && LINKS.contains(sheet.near(at).word()) && Set.of("of", "de", "d", "di", "in", "en", "em").contains(sheet.near(at).word())) {
            at++;
        }
        if (sheet.near(at).is("?") && sheet.near(at + 1).is(Token.Kind.WORD)) {
            at++;
        }
        Optional<Mark> after = mark(at).filter(mark -> Amounts.at(sheet, mark.end()).isEmpty() || !sheet.at(mark.start()).is(Token.Kind.MONEY)
                || sheet.at(mark.start()).start() == sheet.at(end - 1).end());
        return after.map(mark -> new Sum(second.map(last -> greater(amount.get(), last)).orElse(amount.get()), Optional.of(mark.unit()), i, mark.end()));
    }

    /** A code behind says which dollars; it does not begin another sum. */
    private boolean refines(Mark before, Mark after, int start, int end) {
        return sheet.at(start).is(Token.Kind.MONEY) && sheet.at(after.start()).is(Token.Kind.WORD) && Amounts.at(sheet, after.end()).isEmpty()
                && after.start() == end;
    }

    private Optional<Amount> second(Amount first) {
        int at = first.end();
        boolean and = Set.of("and", "y", "e", "und", "et").contains(sheet.near(at).word());
        boolean between = false;
        for (int i = first.start() - 1; i >= first.start() - 3; i--) {
            between |= Set.of("between", "entre", "zwischen", "tra", "fra").contains(sheet.near(i).word());
        }
        if (!CONNECTORS.contains(sheet.near(at).word()) || and && !between || sheet.near(at + 1).is(Token.Kind.MONEY)) {
            return Optional.empty();
        }
        return at + 1 < sheet.size() ? Amounts.at(sheet, at + 1) : Optional.empty();
    }

    private static Amount greater(Amount one, Amount other) {
        return one.value().compareTo(other.value()) > 0 ? one : other;
    }

    private Optional<Mark> mark(int i) {
        if (i >= sheet.size() || !sheet.isFree(i)) {
            return Optional.empty();
        }
        Token token = sheet.at(i);
        if (token.is(Token.Kind.MONEY)) {
            return UNITS.find(token.word()).map(unit -> new Mark(unit, i, i + 1));
        }
        if (!token.is(Token.Kind.WORD)) {
            return Optional.empty();
        }
        // "k€" and "keur"
        Optional<Phrases.Hit<Unit>> hit = UNITS.at(sheet, i);
        if (hit.isPresent()) {
            boolean beside = sheet.near(i - 1).is(Token.Kind.NUMBER) || sheet.near(i + 1).is(Token.Kind.NUMBER);
            if (token.is("fr") && !beside) {
                return Optional.empty();
            }
            boolean known = !UPPER_ONLY.contains(token.word()) || hit.get().end() > i + 1 || sheet.isUpper(i) || sheet.near(i - 1).is(Token.Kind.NUMBER)
                    || sheet.near(i + 1).is(Token.Kind.NUMBER) && Set.of("rs", "fr").contains(token.word()) || sheet.near(i - 1).word().matches("k|mil|m");
            return known ? hit.map(found -> new Mark(found.meaning(), i, found.end())) : Optional.empty();
        }
        if (token.word().length() == 3 && sheet.isUpper(i) && !sheet.shouts()) {
            String code = token.word().toUpperCase(Locale.ROOT);
            boolean beside = sheet.near(i - 1).is(Token.Kind.NUMBER) || sheet.near(i + 1).is(Token.Kind.NUMBER)
                    || sheet.near(i - 1).word().matches("k|m|mil|thousand|million");
            return beside ? Currency.getAvailableCurrencies().stream().filter(any -> any.getCurrencyCode().equals(code)
                    && any.getDefaultFractionDigits() >= 0)
                    .findFirst().map(currency -> new Mark(new Unit.Known(currency), i, i + 1)) : Optional.empty();
        }
        return Optional.empty();
    }

    private boolean isDenied(int i) {
        int at = i - 1;
        while (at > i - 3 && Set.of("in", "en", "em", "us", "the").contains(sheet.near(at).word())) {
            at--;
        }
        return Modes.DENIALS.contains(sheet.near(at).word()) || sheet.near(at).is("of") && sheet.near(at - 1).is("instead") || sheet.near(at).is("than")
                && sheet.near(at - 1).is("rather");
    }

    private boolean isPrice(Sum sum, List<Sum> all) {
        int sentence = Math.max(sheet.sentenceStart(sum.start()), all.stream().map(Sum::end).filter(before -> before <= sum.start())
                .map(before -> RATES.at(sheet, before).map(Phrases.Hit::end).orElse(before)).reduce(0, Math::max));
        int end = sheet.sentenceEnd(sum.start());
        if (RATES.at(sheet, sum.end()).isPresent() || sheet.near(sum.end()).is("/")) {
            return true;
        }
        // The nearest word before it says what it is; "for $29" after a product is its price only where a budget is named elsewhere.
        for (int i = sum.start() - 1; i >= sentence && sum.start() - i < 9; i--) {
            if (sheet.taken(i) == BriefTopic.BUDGET && i < sum.start() - 1) {
                break;
            }
            if (Cues.BUDGET.before(sheet, i + 1).isPresent()) {
                return false;
            }
            if (PRICES.before(sheet, i + 1).isPresent()) {
                return true;
            }
        }
        return sum.end() < end && Set.of("price", "discount", "off", "revenue", "sales", "turnover", "voucher").contains(sheet.at(sum.end()).word());
    }

    private boolean isBudget(Sum sum) {
        int sentence = sheet.sentenceStart(sum.start());
        return saysBudget(sentence, sheet.sentenceEnd(sum.start()))
                || IntStream.range(sentence, sum.start()).anyMatch(i -> Modes.isMarker(sheet, i) || sheet.at(i).is("scratch"));
    }
}
