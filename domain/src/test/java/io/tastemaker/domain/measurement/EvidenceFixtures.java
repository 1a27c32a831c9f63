package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TrackedLinkId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Evidence of a campaign, built piece by piece or by chance. */
final class EvidenceFixtures {

    static final Currency USD = Currency.getInstance("USD");
    static final Currency BRL = Currency.getInstance("BRL");
    static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    static final CampaignId CAMPAIGN = new CampaignId(id(9, 1));

    final List<CampaignPost> posts = new ArrayList<>();
    final Map<CreatorId, Platform> platforms = new LinkedHashMap<>();
    final List<MetricRow> rows = new ArrayList<>();
    final List<TrackedLink> links = new ArrayList<>();
    final List<DayClicks> clicks = new ArrayList<>();
    final List<Conversion> conversions = new ArrayList<>();
    final List<Spending> spendings = new ArrayList<>();

    static UUID id(int kind, int number) {
        return new UUID(0x0198_0000_0000_7000L + ((long) kind << 16), 0x8000_0000_0000_0000L + number);
    }

    static CreatorId creator(int number) {
        return new CreatorId(id(1, number));
    }

    static Instant noon(int day) {
        return DAY.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    EvidenceFixtures publishing(CreatorId creator, Platform platform) {
        platforms.put(creator, platform);
        return this;
    }

    Measured.OfPost post(Optional<CreatorId> creator, Platform platform) {
        CampaignPostId id = new CampaignPostId(id(2, posts.size() + 1));
        posts.add(new CampaignPost(id, CAMPAIGN, platform, "key" + posts.size(), Optional.empty(), creator, "user:ana", noon(0)));
        return new Measured.OfPost(id);
    }

    /** Values as metric, number, metric, number. */
    EvidenceFixtures row(Measured about, int day, Object... values) {
        return row(about, noon(day), USD, values);
    }

    EvidenceFixtures row(Measured about, Instant at, Currency currency, Object... values) {
        Map<Metric, BigDecimal> known = new EnumMap<>(Metric.class);
        for (int i = 0; i < values.length; i += 2) {
            known.put((Metric) values[i], new BigDecimal(values[i + 1].toString()));
        }
        boolean hasMoney = known.keySet().stream().anyMatch(Metric::isMoney);
        rows.add(new MetricRow(id(3, rows.size() + 1), CAMPAIGN, about, known, hasMoney ? Optional.of(currency) : Optional.empty(), at, "test",
                "user:ana", at.plusSeconds(rows.size())));
        return this;
    }

    TrackedLink link(Optional<CreatorId> creator, Optional<CampaignPostId> post) {
        TrackedLink link = new TrackedLink(new TrackedLinkId(id(4, links.size() + 1)), CAMPAIGN, "abcdefghij%02d".formatted(links.size()),
                new LinkTarget("https://shop.com/"), "", creator, post, "user:ana", noon(0), Optional.empty());
        links.add(link);
        return link;
    }

    EvidenceFixtures clicked(TrackedLink link, int day, long times) {
        clicks.add(new DayClicks(link.id(), DAY.plusDays(day), times));
        return this;
    }

    EvidenceFixtures ordered(TrackedLink link, int day, String amount, Currency currency) {
        conversions.add(new Conversion(CAMPAIGN, "order" + conversions.size(), Money.of(amount, currency.getCurrencyCode()), Optional.of(link.id()),
                Optional.empty(), link.about(), noon(day), noon(day)));
        return this;
    }

    EvidenceFixtures spent(int day, String amount, Currency currency) {
        spendings.add(new Spending(DAY.plusDays(day), new Money(new BigDecimal(amount), currency), 1));
        return this;
    }

    Evidence evidence() {
        return new Evidence(posts, platforms, rows, links, clicks, conversions, spendings);
    }

    CampaignAnalytics analytics() {
        return CampaignAnalytics.of(evidence(), Window.ALL, Optional.of(USD));
    }

    /** A campaign of a few creators with all kinds of evidence on 20 days. */
    static EvidenceFixtures byChance(Random chance) {
        EvidenceFixtures all = new EvidenceFixtures();
        List<Measured> things = new ArrayList<>(List.of(new Measured.OfCampaign()));
        for (int number = 0; number < 1 + chance.nextInt(4); number++) {
            CreatorId creator = creator(number);
            if (chance.nextInt(5) > 0) {
                all.publishing(creator, Platform.values()[chance.nextInt(Platform.values().length)]);
            }
            things.add(new Measured.OfCreator(creator));
            for (int post = 0; post < chance.nextInt(4); post++) {
                things.add(all.post(chance.nextInt(6) > 0 ? Optional.of(creator) : Optional.empty(),
                        Platform.values()[chance.nextInt(Platform.values().length)]));
            }
            if (chance.nextBoolean()) {
                TrackedLink link = all.link(Optional.of(creator), Optional.empty());
                for (int day = 0; day < chance.nextInt(6); day++) {
                    all.clicked(link, day * 3, 1 + chance.nextInt(50));
                }
                for (int order = 0; order < chance.nextInt(4); order++) {
                    all.ordered(link, chance.nextInt(20), chance.nextInt(200) + ".50", chance.nextInt(5) > 0 ? USD : BRL);
                }
            }
        }
        for (int number = 0; number < chance.nextInt(60); number++) {
            all.chanceRow(chance, things.get(chance.nextInt(things.size())));
        }
        for (int day = 0; day < chance.nextInt(4); day++) {
            all.spent(day * 5, chance.nextInt(1_000) - 100 + ".50", chance.nextInt(4) > 0 ? USD : BRL);
        }
        return all;
    }

    EvidenceFixtures chanceRow(Random chance, Measured about) {
        Map<Metric, BigDecimal> values = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            if (chance.nextInt(3) == 0) {
                values.put(metric, BigDecimal.valueOf(chance.nextInt(10_000)));
            }
        }
        values.putIfAbsent(Metric.LIKES, BigDecimal.valueOf(chance.nextInt(1_000)));
        BigDecimal least = values.getOrDefault(Metric.REACH, BigDecimal.ZERO).max(values.getOrDefault(Metric.CLICKS, BigDecimal.ZERO));
        values.computeIfPresent(Metric.IMPRESSIONS, (metric, value) -> value.add(least));
        boolean hasMoney = values.keySet().stream().anyMatch(Metric::isMoney);
        Instant at = noon(chance.nextInt(20));
        rows.add(new MetricRow(id(3, rows.size() + 1), CAMPAIGN, about, values,
                hasMoney ? Optional.of(chance.nextInt(4) > 0 ? USD : BRL) : Optional.empty(), at, "chance", "user:ana", at.plusSeconds(rows.size())));
        return this;
    }
}
