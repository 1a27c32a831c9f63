package io.tastemaker.bootstrap;

import io.tastemaker.application.exports.ExportUseCases;
import io.tastemaker.application.exports.FetchExport;
import io.tastemaker.application.exports.HandedFile;
import io.tastemaker.application.exports.StartExport;
import io.tastemaker.application.measurement.AttachPosts;
import io.tastemaker.application.measurement.CreateLink;
import io.tastemaker.application.measurement.FollowLink;
import io.tastemaker.application.measurement.RecordMetrics;
import io.tastemaker.application.measurement.ShowAnalytics;
import io.tastemaker.application.measurement.ShowDailySeries;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.exports.ExportFormat;
import io.tastemaker.domain.exports.ExportKind;
import io.tastemaker.domain.exports.ExportScope;
import io.tastemaker.domain.measurement.Comparison;
import io.tastemaker.domain.measurement.DailySeries;
import io.tastemaker.domain.measurement.Figure;
import io.tastemaker.domain.measurement.Indicator;
import io.tastemaker.domain.measurement.Metric;
import io.tastemaker.domain.measurement.Window;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.wallets.OperationKey;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Plays how a campaign is measured: what comes in over a week, what it adds up to, and the file that is taken away. */
record DemoNumbers(Application application, Actor manager, AheadOfTime clock, PrintStream out) {

    private static final int DAYS = 7;
    private static final int CLICKS = 40;
    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15";
    private static final long FOLLOWERS_OF_NOBODY_KNOWN = 10_000;
    private static final int WIDEST_BAR = 50;
    private static final List<Indicator> TOLD = List.of(Indicator.REACH, Indicator.IMPRESSIONS, Indicator.ENGAGEMENTS, Indicator.ENGAGEMENT_RATE,
            Indicator.CLICKS, Indicator.CONVERSIONS, Indicator.COST, Indicator.REVENUE, Indicator.COST_PER_MILLE, Indicator.COST_PER_CLICK,
            Indicator.ROI, Indicator.EARNED_MEDIA_VALUE);

    /** What a post has gathered after each day of the first week, of all that it gathers in it. */
    private static final List<BigDecimal> GROWTH =
            List.of("0.46", "0.68", "0.80", "0.88", "0.93", "0.97", "1.00").stream().map(BigDecimal::new).toList();

    void measure(Campaign campaign, List<Creator> creators) {
        List<AttachPosts.Wanted> posts = creators.stream().flatMap(creator -> link(creator).stream()
                .map(url -> new AttachPosts.Wanted(Optional.of(url), Optional.empty(), Optional.of(creator.id())))).toList();
        Demo.expect(AttachPosts.Outcome.Added.class,
                application.measuring().useCases().attachPosts().handle(new AttachPosts.Command(manager, campaign.id(), posts)));
        String code = Demo.expect(CreateLink.Outcome.Created.class, application.measuring().useCases().createLink().handle(new CreateLink.Command(
                manager, campaign.id(), "https://shop.example.com/bottle", "in all bios", Optional.empty(), Optional.empty()))).link().code();
        for (int day = 0; day < DAYS; day++) {
            clock.moveOn(Duration.ofDays(1));
            record(campaign, creators, day);
            follow(code, CLICKS * (DAYS - day) / DAYS);
        }
        out.println("  A week is in of " + posts.size() + " posts, a tracked link and what the shop reported.");
        chart(campaign.id());
        figures(campaign.id());
    }

    private static Optional<String> link(Creator creator) {
        String handle = creator.handle().name();
        return switch (creator.handle().platform()) {
            case INSTAGRAM -> Optional.of("https://www.instagram.com/" + handle + "/reel/Demo1/");
            case TIKTOK -> Optional.of("https://www.tiktok.com/@" + handle + "/video/100001");
            case X -> Optional.of("https://x.com/" + handle + "/status/100001");
            default -> Optional.empty();
        };
    }

    /** Numbers of a platform grow: each row says how many there are by now. */
    private void record(Campaign campaign, List<Creator> creators, int day) {
        Instant now = clock.instant();
        List<RecordMetrics.Wanted> rows = new ArrayList<>();
        for (Creator creator : creators) {
            long followers = creator.facts().value(Fact.FOLLOWERS).orElse(FOLLOWERS_OF_NOBODY_KNOWN);
            Map<Metric, BigDecimal> values = Map.of(
                    Metric.REACH, share(followers, "0.55", day), Metric.IMPRESSIONS, share(followers, "0.80", day),
                    Metric.LIKES, share(followers, "0.05", day), Metric.COMMENTS, share(followers, "0.004", day),
                    Metric.SHARES, share(followers, "0.002", day));
            Optional<String> post = link(creator);
            rows.add(new RecordMetrics.Wanted(Optional.empty(), post, Optional.of(creator.id()).filter(id -> post.isEmpty()), values,
                    Optional.empty(), now, "made up for the demo"));
        }
        rows.add(new RecordMetrics.Wanted(Optional.empty(), Optional.empty(), Optional.empty(),
                Map.of(Metric.CONVERSIONS, share(60, "1", day), Metric.REVENUE, share(60, "41.90", day)),
                campaign.brief().budget().map(Money::currency), now, "the shop's report, made up for the demo"));
        Demo.expect(RecordMetrics.Outcome.Recorded.class,
                application.measuring().useCases().recordMetrics().handle(new RecordMetrics.Command(manager, campaign.id(), rows)));
    }

    private static BigDecimal share(long of, String part, int day) {
        return BigDecimal.valueOf(of).multiply(new BigDecimal(part)).multiply(GROWTH.get(day)).setScale(0, RoundingMode.HALF_UP);
    }

    private void follow(String code, int times) {
        for (int visit = 0; visit < times; visit++) {
            Demo.expect(FollowLink.Outcome.Followed.class, application.measuring().useCases().followLink()
                    .handle(new FollowLink.Command(Anonymous.CALLER, code, PHONE, false)));
        }
        application.measuring().writeClicks();
    }

    private void chart(CampaignId campaign) {
        DailySeries series = application.measuring().useCases().showDailySeries().handle(new ShowDailySeries.Query(manager, campaign, Window.ALL));
        BigDecimal most = series.days().stream().map(DemoNumbers::impressions).reduce(BigDecimal.ONE, BigDecimal::max);
        out.println();
        out.println("  Impressions by day");
        series.days().forEach(day -> {
            BigDecimal gained = impressions(day);
            int width = gained.multiply(BigDecimal.valueOf(WIDEST_BAR)).divide(most, RoundingMode.HALF_UP).intValueExact();
            out.printf(Locale.ROOT, "    %s  %-" + WIDEST_BAR + "s %,10d%n", day.day(), "█".repeat(width), gained.longValueExact());
        });
        out.println();
    }

    private static BigDecimal impressions(DailySeries.Day day) {
        return day.gains().get(Indicator.IMPRESSIONS).orElse(BigDecimal.ZERO);
    }

    private void figures(CampaignId campaign) {
        ShowAnalytics.Shown shown = application.measuring().useCases().showAnalytics().handle(new ShowAnalytics.Query(manager, campaign, Window.ALL));
        TOLD.forEach(indicator -> figure(shown.analytics().figure(indicator)));
        Comparison.Line engagements = shown.comparison().engagements();
        engagements.predicted().ifPresent(band -> out.printf(Locale.ROOT, "  Engagements foreseen when they were matched: %,d to %,d; measured: %,d.%n",
                band.low().longValue(), band.high().longValue(), engagements.measured().map(BigDecimal::longValue).orElse(0L)));
    }

    private void figure(Figure figure) {
        String band = figure.band().map(between -> String.format(Locale.ROOT, ", between %,.2f and %,.2f", between.low(), between.high())).orElse("");
        out.printf(Locale.ROOT, "    %-20s %16s  %s, %d rows%s%n", figure.indicator().code(), value(figure), figure.formula(), figure.rows(), band);
    }

    private static String value(Figure figure) {
        if (figure.value().isEmpty()) {
            return "? (" + figure.lack().orElseThrow() + ")";
        }
        BigDecimal value = figure.value().get();
        return switch (figure.indicator().unit()) {
            case COUNT -> String.format(Locale.ROOT, "%,d", value.longValue());
            case RATIO -> String.format(Locale.ROOT, "%,.2f %%", value.movePointRight(2).round(MathContext.DECIMAL32));
            case MONEY -> String.format(Locale.ROOT, "%,.2f %s", value, figure.currency().orElseThrow());
        };
    }

    /** Has the shortlist written as a workbook, and keeps that where the caller looks. */
    void export(CampaignId campaign, Path to) {
        ExportUseCases exports = application.exporting().useCases();
        StartExport.Outcome.Queued queued = Demo.expect(StartExport.Outcome.Queued.class, exports.startExport().handle(new StartExport.Command(
                manager, new StartExport.Wanted.Rows(ExportScope.of(ExportKind.CAMPAIGN, campaign.value())),
                new StartExport.Layout(ExportFormat.XLSX, false, List.of()), OperationKey.ofClient("demo", "file"), OptionalLong.empty(), false)));
        FetchExport.Query wanted = new FetchExport.Query(manager, queued.export().id());
        Demo.await("the file", () -> exports.fetchExport().handle(wanted) instanceof FetchExport.Outcome.Handed);
        HandedFile file = Demo.expect(FetchExport.Outcome.Handed.class, exports.fetchExport().handle(wanted)).file();
        try (OutputStream target = Files.newOutputStream(to)) {
            Optional<byte[]> piece = file.content().piece(0);
            for (int number = 1; piece.isPresent(); number++) {
                target.write(piece.get());
                piece = file.content().piece(number);
            }
        } catch (IOException failure) {
            throw new Command.Failed("cannot write " + to + ": " + failure.getMessage(), failure);
        }
        out.println("  " + to.toAbsolutePath().normalize() + ", " + file.bytes() + " bytes: the shortlist with its receipts, for a spreadsheet.");
    }
}
