package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a campaign did in a window, as numbers of which each says what it rests on.
 *
 * @param window the days
 * @param currency in which money is added up: the budget's, else the only one that occurs; empty when there is none or several
 * @param posts how many posts count for the campaign
 * @param rows how many stored rows told something in the window
 * @param figures all indicators, in their order
 * @param creators the same for each creator, in the order of their ids, and last for what belongs to none; counts and money add up to the whole
 * @param otherMoney what occurs in other currencies; it is in no other number
 */
public record CampaignAnalytics(
        Window window,
        Optional<Currency> currency,
        int posts,
        int rows,
        Map<Indicator, Figure> figures,
        List<Part> creators,
        List<OtherMoney> otherMoney) {

    /** Copies the lists. */
    public CampaignAnalytics {
        creators = List.copyOf(creators);
        otherMoney = List.copyOf(otherMoney);
    }

    /**
     * A creator's part.
     *
     * @param creator who; empty for what belongs to none
     * @param posts how many of the campaign's posts are the creator's
     * @param figures all indicators, in their order
     */
    public record Part(Optional<CreatorId> creator, int posts, Map<Indicator, Figure> figures) {}

    /**
     * Money in another currency.
     *
     * @param metric cost or revenue
     * @param amount how much
     * @param rows how many rows told
     */
    public record OtherMoney(Metric metric, Money amount, int rows) {}

    /**
     * Computes them.
     *
     * @param evidence all that is known
     * @param window the days
     * @param budget the currency of the campaign's budget
     * @return the analytics
     */
    public static CampaignAnalytics of(Evidence evidence, Window window, Optional<Currency> budget) {
        List<Track> tracks = Tracks.of(evidence);
        Optional<Currency> currency = currency(tracks, budget);
        Sums all = new Sums(tracks, window);
        return new CampaignAnalytics(window, currency, evidence.posts().size(), all.rows().cardinality(), Figures.of(all, currency),
                parts(evidence, tracks, all, currency), others(tracks, all, currency));
    }

    /** The currency in which a campaign's money is added up. */
    static Optional<Currency> currency(List<Track> tracks, Optional<Currency> budget) {
        List<Currency> found = tracks.stream().flatMap(track -> track.currency().stream()).distinct().toList();
        return budget.or(() -> found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty());
    }

    /**
     * One of the numbers.
     *
     * @param indicator which
     * @return the number
     */
    public Figure figure(Indicator indicator) {
        return figures.get(indicator);
    }

    private static List<Part> parts(Evidence evidence, List<Track> tracks, Sums all, Optional<Currency> currency) {
        Stream<Optional<CreatorId>> known = Stream.concat(tracks.stream().map(Track::creator), evidence.posts().stream().map(CampaignPost::creator));
        List<Part> parts = new ArrayList<>();
        known.distinct().sorted(Comparator.comparing(creator -> creator.map(CreatorId::toString).orElse("~"))).forEach(creator -> {
            long posts = evidence.posts().stream().filter(post -> post.creator().equals(creator)).count();
            Sums own = all.only(track -> track.creator().equals(creator));
            parts.add(new Part(creator, Math.toIntExact(posts), Figures.of(own, currency)));
        });
        return parts;
    }

    private static List<OtherMoney> others(List<Track> tracks, Sums all, Optional<Currency> currency) {
        Map<Metric, List<Currency>> found = tracks.stream().filter(track -> track.currency().isPresent() && !track.currency().equals(currency))
                .collect(Collectors.groupingBy(Track::metric, Collectors.mapping(track -> track.currency().orElseThrow(), Collectors.toList())));
        List<OtherMoney> others = new ArrayList<>();
        for (Metric metric : List.of(Metric.COST, Metric.REVENUE)) {
            found.getOrDefault(metric, List.of()).stream().distinct().sorted(Comparator.comparing(Currency::getCurrencyCode))
                    .forEach(code -> all.of(metric, code)
                            .ifPresent(sum -> others.add(new OtherMoney(metric, money(sum.amount(), code), sum.rows().cardinality()))));
        }
        return others;
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return new Money(amount, currency);
    }
}
