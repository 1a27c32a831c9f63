package io.tastemaker.application.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.campaigns.AddToShortlist;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.campaigns.ChangeShortlistEntry;
import io.tastemaker.application.campaigns.CreateCampaign;
import io.tastemaker.application.campaigns.out.InMemoryBudgets;
import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.campaigns.out.InMemoryMatches;
import io.tastemaker.application.campaigns.out.InMemoryShortlists;
import io.tastemaker.application.content.ContentUseCases;
import io.tastemaker.application.content.out.InMemoryContentAnalyses;
import io.tastemaker.application.content.out.InMemoryContentProfiles;
import io.tastemaker.application.content.out.InMemoryCreatorSource;
import io.tastemaker.application.content.out.InMemoryKnownReadings;
import io.tastemaker.application.content.out.InMemoryLanguageDetector;
import io.tastemaker.application.content.out.InMemoryPostImports;
import io.tastemaker.application.content.out.InMemoryPosts;
import io.tastemaker.application.content.out.InMemorySourceStates;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.EnterCreator;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryFavorites;
import io.tastemaker.application.creators.out.InMemoryListFiles;
import io.tastemaker.application.creators.out.InMemoryUploads;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.matching.out.InMemoryCatalogues;
import io.tastemaker.application.matching.out.InMemoryRankings;
import io.tastemaker.application.matching.out.InMemorySearchHistory;
import io.tastemaker.application.matching.out.InMemorySearches;
import io.tastemaker.application.matching.out.InMemoryStoredRankings;
import io.tastemaker.application.measurement.out.MetricRows;
import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryEvents;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.Till;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.campaigns.BudgetEntry;
import io.tastemaker.domain.campaigns.BudgetLine;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.content.Counts;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.content.PostDraft;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.measurement.CampaignPost;
import io.tastemaker.domain.measurement.Figure;
import io.tastemaker.domain.measurement.Indicator;
import io.tastemaker.domain.measurement.Metric;
import io.tastemaker.domain.measurement.TrackedLink;
import io.tastemaker.domain.measurement.Window;
import io.tastemaker.domain.shared.BudgetLineId;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.PostId;
import io.tastemaker.domain.shared.Subject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeasurementOfACampaignTest {

    private static final String PHONE = "Mozilla/5.0 (iPhone) AppleWebKit/605 Instagram";

    private final HandClock clock = new HandClock();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryIds ids = new InMemoryIds();
    private final InMemoryCreators creatorStore = new InMemoryCreators(transactions);
    private final InMemoryPosts postStore = new InMemoryPosts(transactions);
    private final Till till = Till.ofPayingTeams(transactions, ids, clock);
    private final CreatorUseCases creators = new CreatorUseCases(transactions, creatorStore, new InMemoryFavorites(transactions), ids, clock);
    private final InMemoryCampaigns campaignStore = new InMemoryCampaigns(transactions);
    private final MatchingUseCases matching = new MatchingUseCases(till.useCases(), transactions, new InMemoryCatalogues(creatorStore),
            new InMemoryRankings(clock), new InMemoryStoredRankings(transactions), new InMemorySearches(transactions),
            new InMemorySearchHistory(transactions), ids, clock);
    private final InMemoryBudgets budgets = new InMemoryBudgets(transactions, campaignStore);
    private final CampaignUseCases campaigns = new CampaignUseCases(transactions, campaignStore, new InMemoryMatches(transactions, campaignStore),
            new InMemoryShortlists(transactions, campaignStore), budgets, creators, matching, till.useCases(), new InMemoryEvents(transactions), ids, clock);
    private final MeasurementInMemory world = new MeasurementInMemory(transactions, campaignStore, campaigns, creators, content(), ids, clock);
    private final MeasurementUseCases measurement = world.useCases();

    private CampaignId campaign;
    private Creator ana;
    private Creator luca;

    private ContentUseCases content() {
        InMemoryUploads uploads = new InMemoryUploads();
        return new ContentUseCases(transactions, new InMemoryJobs(transactions),
                new ContentUseCases.Stores(postStore, new InMemoryPostImports(transactions), new InMemoryContentProfiles(transactions),
                        new InMemoryContentAnalyses(transactions), new InMemorySourceStates(transactions), uploads, new InMemoryListFiles(uploads)),
                new ContentUseCases.Readers(List.of(), new InMemoryLanguageDetector(), () -> {
                    throw new IllegalStateException("no text is read here");
                }, new InMemoryKnownReadings(), new InMemoryCreatorSource(clock)), creators, till.useCases(), ids, clock);
    }

    @BeforeEach
    void beginCampaign() {
        ana = creator(Platform.INSTAGRAM, "ana.verde");
        luca = creator(Platform.TIKTOK, "luca.sol");
        Brief brief = new Brief("Vegan skin care", Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), Optional.of(Money.of("5000.00", "USD")),
                Optional.empty(), Optional.empty());
        Campaign made = ((CreateCampaign.Outcome.Created) campaigns.createCampaign().handle(new CreateCampaign.Command(Actors.ANA, "Serum", brief))).campaign();
        campaign = made.id();
        campaigns.addToShortlist().handle(new AddToShortlist.Command(Actors.ANA, campaign, List.of(ana.id(), luca.id()), "", Optional.empty()));
    }

    @Test
    void posts_count_by_their_links_and_are_their_creators() {
        AttachPosts.Outcome.Added added = (AttachPosts.Outcome.Added) attach(link("https://www.instagram.com/ana.verde/reel/CxYz123/?igsh=1"),
                link("https://www.instagram.com/reel/CxYz123/"), link("https://youtu.be/dQw4w9WgXcQ"));

        assertThat(added.added()).extracting(attached -> attached.post().creator()).containsExactly(Optional.of(ana.id()), Optional.empty());
        assertThat(added.added().getFirst().standing()).contains(ShortlistEntry.Status.PENDING);
        assertThat(((AttachPosts.Outcome.Added) attach(link("https://www.instagram.com/p/CxYz123/"))).alreadyThere()).isEqualTo(1);
        assertThat(changes("campaign.attach_posts")).anyMatch(field -> field.startsWith("posts."));
    }

    @Test
    void every_fault_of_posts_is_named_and_none_counts_then() {
        Creator stranger = creator(Platform.TIKTOK, "not.listed");
        campaigns.changeShortlistEntry().handle(new ChangeShortlistEntry.Command(Actors.ANA, campaign, luca.id(), OptionalLong.empty(),
                Optional.of(ShortlistEntry.Status.REJECTED), Optional.empty()));

        AttachPosts.Outcome outcome = attach(link("https://example.com/a"), link("https://www.tiktok.com/@not.listed/video/712345"),
                link("https://www.tiktok.com/@luca.sol/video/712345"), by("https://www.tiktok.com/@who/video/712345", ana.id()),
                by("https://www.instagram.com/somebody/p/CxYz123/", ana.id()), by("https://youtu.be/dQw4w9WgXcQ", stranger.id()), key("k1", ana.id()),
                new AttachPosts.Wanted(Optional.empty(), Optional.of("k1"), Optional.empty()),
                new AttachPosts.Wanted(Optional.empty(), Optional.empty(), Optional.empty()), link("https://www.instagram.com/ana.verde/p/good123/"));

        assertThat(((AttachPosts.Outcome.Faulty) outcome).faults()).extracting(fault -> fault.index() + " " + fault.field())
                .containsExactly("0 url", "1 url", "2 url", "3 creator_id", "4 creator_id", "5 creator_id", "6 key", "7 creator_id", "8 url");
        assertThat(posts()).isEmpty();
    }

    @Test
    void imported_posts_count_by_their_keys_with_what_is_known_of_them() {
        imported(ana, "CxYz123", 300);
        attach(key("CxYz123", ana.id()));

        assertThat(value(Indicator.LIKES)).isEqualTo("300");
        record(of(posts().getFirst(), clock.instant().plusSeconds(60), Map.of(Metric.LIKES, 320L)));
        assertThat(value(Indicator.LIKES)).as("the later of both sources").isEqualTo("320");
    }

    @Test
    void a_link_without_a_name_is_the_creators_whose_post_was_imported() {
        imported(ana, "CxYz123", 300);
        attach(link("https://www.instagram.com/p/CxYz123/"));
        assertThat(posts().getFirst().creator()).contains(ana.id());
    }

    @Test
    void a_post_that_is_taken_out_does_not_count_until_it_comes_back() {
        attach(link("https://www.instagram.com/ana.verde/p/CxYz123/"));
        CampaignPost post = posts().getFirst();
        record(of(post, clock.instant(), Map.of(Metric.LIKES, 10L)));
        measurement.detachPost().handle(new DetachPost.Command(Actors.ANA, campaign, post.id()));

        assertThat(figure(Indicator.LIKES).lack()).contains("no_likes");
        assertThatThrownBy(() -> measurement.detachPost().handle(new DetachPost.Command(Actors.ANA, campaign, post.id())))
                .isInstanceOf(Refusal.NotFound.class);
        attach(link("https://www.instagram.com/ana.verde/p/CxYz123/"));
        assertThat(value(Indicator.LIKES)).isEqualTo("10");
    }

    @Test
    void rows_are_recorded_all_or_none_and_every_fault_is_named() {
        attach(link("https://www.instagram.com/ana.verde/p/CxYz123/"));
        RecordMetrics.Wanted good = of(posts().getFirst(), clock.instant(), Map.of(Metric.LIKES, 10L));
        RecordMetrics.Wanted wrong = new RecordMetrics.Wanted(good.post(), Optional.of("https://youtu.be/dQw4w9WgXcQ"), Optional.empty(),
                Map.of(Metric.REACH, BigDecimal.TEN, Metric.IMPRESSIONS, BigDecimal.ONE), Optional.empty(), clock.instant().plusSeconds(301), "x");

        RecordMetrics.Outcome outcome = record(good, wrong);

        assertThat(((RecordMetrics.Outcome.Faulty) outcome).faults()).extracting(fault -> fault.index() + " " + fault.field())
                .containsExactly("1 reach", "1 measured_at", "1 post_id");
        assertThat(measurement.listMetricRows().handle(
                new ListMetricRows.Query(Actors.BEN, campaign, MetricRows.Filter.ANY, PageRequest.first(9))).items()).isEmpty();
    }

    @Test
    void a_link_leads_on_and_counts_people_once_the_clicks_are_written() {
        TrackedLink link = made("https://shop.com/serum", Optional.of(ana.id()));
        follow(link.code(), PHONE, false);
        follow(link.code(), PHONE, false);
        follow(link.code(), PHONE, true);
        follow(link.code(), "Googlebot/2.1", false);

        assertThat(value(Indicator.CLICKS)).as("not written yet").isEqualTo("0");
        assertThat(world.writeClicks()).isEqualTo(2);
        assertThat(world.writeClicks()).isZero();
        assertThat(value(Indicator.CLICKS)).isEqualTo("2");
        assertThat(follow("abcdefghijkl", PHONE, false)).isInstanceOf(FollowLink.Outcome.Unknown.class);
        measurement.archiveLink().handle(new ArchiveLink.Command(Actors.ANA, campaign, link.id()));
        assertThat(follow(link.code(), PHONE, false)).isInstanceOf(FollowLink.Outcome.Unknown.class);
    }

    @Test
    void clicks_that_cannot_be_written_stay_counted() {
        TrackedLink link = made("https://shop.com/serum", Optional.empty());
        follow(link.code(), PHONE, false);
        world.breakDown(true);
        assertThatThrownBy(world::writeClicks).hasMessage("broken on purpose");
        follow(link.code(), PHONE, false);
        world.breakDown(false);

        assertThat(world.writeClicks()).isEqualTo(2);
    }

    @Test
    void a_link_leads_to_the_public_internet_only_and_is_of_somebody_on_the_shortlist() {
        assertThat(create("https://10.0.0.1/", Optional.empty())).isInstanceOf(CreateLink.Outcome.BadTarget.class);
        assertThat(create("https://shop.com/", Optional.of(creator(Platform.X, "stranger").id()))).isInstanceOf(CreateLink.Outcome.NotListed.class);
    }

    @Test
    void an_order_counts_once_for_whom_the_code_names() {
        TrackedLink link = made("https://shop.com/", Optional.of(luca.id()));
        promoCode("ana10", Optional.of(ana.id()));

        assertThat(order("A-1", "100.00", Optional.of(link.code()), Optional.empty())).isInstanceOf(TakeConversion.Outcome.Counted.class);
        assertThat(order("A-1", "100.00", Optional.of(link.code()), Optional.empty())).isInstanceOf(TakeConversion.Outcome.Repeated.class);
        assertThat(order("A-1", "101.00", Optional.of(link.code()), Optional.empty())).isInstanceOf(TakeConversion.Outcome.Contradicted.class);
        assertThat(order("A-2", "50.00", Optional.of(link.code()), Optional.of("Ana10"))).isInstanceOf(TakeConversion.Outcome.Counted.class);

        assertThat(value(Indicator.CONVERSIONS)).isEqualTo("2");
        assertThat(value(Indicator.REVENUE)).isEqualTo("150.00");
        assertThat(shown().analytics().creators()).extracting(part -> part.creator() + " " + part.figures().get(Indicator.REVENUE).value().orElseThrow())
                .containsExactlyInAnyOrder(Optional.of(ana.id()) + " 50.00", Optional.of(luca.id()) + " 100.00");
    }

    @Test
    void an_order_that_names_nothing_or_an_archived_code_is_not_stored() {
        promoCode("ANA10", Optional.empty());
        measurement.listPromoCodes().handle(new ListPromoCodes.Query(Actors.BEN, campaign, PageRequest.first(9))).items()
                .forEach(code -> measurement.archivePromoCode().handle(new ArchivePromoCode.Command(Actors.ANA, campaign, code.id())));

        assertThat(order("A-1", "1.00", Optional.empty(), Optional.of("ANA10"))).isInstanceOf(TakeConversion.Outcome.CodeNotGood.class);
        assertThat(((TakeConversion.Outcome.Faulty) order("A-1", "1.00", Optional.of("nope"), Optional.of("NOPE"))).faults())
                .extracting(TakeConversion.Fault::field).containsExactly("link", "promo_code");
        assertThat(order("A-1", "1.00", Optional.empty(), Optional.empty())).isInstanceOf(TakeConversion.Outcome.Faulty.class);
        assertThat(figure(Indicator.CONVERSIONS).lack()).contains("no_conversions");
    }

    @Test
    void a_code_is_the_teams_once() {
        assertThat(promoCode("ANA10", Optional.empty())).isInstanceOf(CreatePromoCode.Outcome.Created.class);
        assertThat(promoCode("ana10", Optional.empty())).isInstanceOf(CreatePromoCode.Outcome.Taken.class);
        assertThat(promoCode("BEN10", Optional.of(creator(Platform.X, "stranger").id()))).isInstanceOf(CreatePromoCode.Outcome.NotListed.class);
    }

    @Test
    void a_call_is_believed_when_the_shop_signed_it_just_now_and_for_this_campaign_only() {
        String secret = secret();
        byte[] body = HmacSha256.bytes("{}");
        long now = clock.instant().getEpochSecond();

        assertThat(check(campaign, now, body, secret)).isInstanceOfSatisfying(CheckConversionCall.Outcome.Genuine.class, genuine -> {
            assertThat(genuine.campaign()).isEqualTo(campaign);
            assertThat(genuine.shop().team()).isEqualTo(Actors.LIMA);
        });
        assertThat(check(campaign, now - 300, body, secret)).isInstanceOf(CheckConversionCall.Outcome.Genuine.class);
        List<CheckConversionCall.Outcome> doubtful = List.of(check(campaign, now - 301, body, secret), check(campaign, now + 301, body, secret),
                check(campaign, now, body, secret + "x"), check(new CampaignId(ids.next()), now, body, secret),
                measurement.checkConversionCall().handle(new CheckConversionCall.Query(Anonymous.CALLER, "", body)),
                measurement.checkConversionCall().handle(new CheckConversionCall.Query(Anonymous.CALLER, signature(campaign, now, body, secret),
                        HmacSha256.bytes("{ }"))));
        assertThat(doubtful).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(CheckConversionCall.Outcome.Doubtful.class));
    }

    @Test
    void an_old_secret_is_believed_for_a_day_beside_the_new_one_and_the_one_before_not_at_all() {
        String first = secret();
        String second = secret();
        assertThat(isBelieved(first)).isTrue();
        String third = secret();
        assertThat(List.of(isBelieved(first), isBelieved(second), isBelieved(third))).containsExactly(false, true, true);
        clock.advance(Duration.ofHours(24));
        assertThat(List.of(isBelieved(second), isBelieved(third))).containsExactly(false, true);
    }

    @Test
    void an_archived_campaign_takes_nothing_in_and_its_links_lead_on_uncounted() {
        TrackedLink link = made("https://shop.com/serum", Optional.of(ana.id()));
        promoCode("ANA10", Optional.of(ana.id()));
        attach(link("https://www.instagram.com/ana.verde/p/CxYz123/"));
        CampaignPost post = posts().getFirst();
        record(of(post, clock.instant(), Map.of(Metric.LIKES, 10L)));
        order("A-1", "10.00", Optional.of(link.code()), Optional.empty());
        follow(link.code(), PHONE, false);
        world.writeClicks();
        archive();
        int before = transactions.done().size();

        Campaign.Status archived = Campaign.Status.ARCHIVED;
        assertThat(attach(link("https://youtu.be/dQw4w9WgXcQ"))).isEqualTo(new AttachPosts.Outcome.Closed(archived));
        assertThat(record(of(post, clock.instant(), Map.of(Metric.LIKES, 20L)))).isEqualTo(new RecordMetrics.Outcome.Closed(archived));
        assertThat(create("https://shop.com/more", Optional.empty())).isEqualTo(new CreateLink.Outcome.Closed(archived));
        assertThat(promoCode("ANA20", Optional.empty())).isEqualTo(new CreatePromoCode.Outcome.Closed(archived));
        assertThat(measurement.makeConversionSecret().handle(new MakeConversionSecret.Command(Actors.ANA, campaign)))
                .isEqualTo(new MakeConversionSecret.Outcome.Closed(archived));
        assertThat(order("A-2", "10.00", Optional.of(link.code()), Optional.empty())).isEqualTo(new TakeConversion.Outcome.Closed(archived));
        assertThat(order("A-1", "10.00", Optional.of(link.code()), Optional.empty())).as("told before").isInstanceOf(TakeConversion.Outcome.Repeated.class);
        assertThat(transactions.done().subList(before, transactions.done().size())).hasSize(6).allMatch(done -> done.action().endsWith(".refused"));

        assertThat(follow(link.code(), PHONE, false)).isEqualTo(new FollowLink.Outcome.Followed(link.target()));
        assertThat(world.writeClicks()).isZero();
        assertThat(List.of(value(Indicator.CLICKS), value(Indicator.CONVERSIONS), value(Indicator.LIKES))).containsExactly("1", "1", "10");
        measurement.archiveLink().handle(new ArchiveLink.Command(Actors.ANA, campaign, link.id()));
        assertThat(follow(link.code(), PHONE, false)).as("what is there can be put away").isEqualTo(new FollowLink.Outcome.Unknown());
    }

    @Test
    void what_was_paid_by_the_budget_is_what_the_campaign_cost() {
        record(new RecordMetrics.Wanted(Optional.empty(), Optional.empty(), Optional.empty(), Map.of(Metric.COST, new BigDecimal("700")),
                Optional.of(Currency.getInstance("USD")), clock.instant(), "test"));
        assertThat(value(Indicator.COST)).isEqualTo("700.00");
        assertThat(figure(Indicator.COST).formula()).isEqualTo("campaign_cost_by_rows@2");
        BudgetLine line = BudgetLine.open(new BudgetLineId(ids.next()), campaign, BudgetLine.Category.ADS, "Ads", Money.of("0", "USD"), "user:ana",
                clock.instant());
        transactions.run(Actors.ANA, "test", () -> {
            budgets.add(line);
            budgets.append(new BudgetEntry(campaign, line.id(), 1, BudgetEntry.Kind.COMMIT, Money.of("400", "USD"), "order", false, "user:ana",
                    clock.instant()));
        });
        assertThat(value(Indicator.COST)).as("an order is no cost").isEqualTo("700.00");
        transactions.run(Actors.ANA, "test", () ->
                budgets.append(new BudgetEntry(campaign, line.id(), 2, BudgetEntry.Kind.SPEND, Money.of("300", "USD"), "invoice", false, "user:ana",
                        clock.instant())));

        assertThat(value(Indicator.COST)).isEqualTo("300.00");
        assertThat(figure(Indicator.COST).formula()).isEqualTo("campaign_cost_by_budget@2");
        assertThat(figure(Indicator.COST).rows()).isEqualTo(1);
        assertThat(measurement.showDailySeries().handle(new ShowDailySeries.Query(Actors.BEN, campaign, Window.ALL)).costFormula())
                .isEqualTo("campaign_cost_by_budget@2");
    }

    private void archive() {
        transactions.run(Actors.ANA, "test", () -> {
            Campaign open = campaignStore.find(campaign).orElseThrow();
            campaignStore.replace(new Campaign(open.id(), open.team(), open.version() + 1, open.name(), open.kind(), Campaign.Status.ARCHIVED, open.brief(),
                    open.createdBy(), open.createdAt(), open.updatedAt(), Optional.of(open.createdAt())));
        });
    }

    @Test
    void a_member_reads_and_another_team_finds_nothing() {
        assertThat(shown().analytics().rows()).isZero();
        assertThatThrownBy(() -> measurement.attachPosts().handle(new AttachPosts.Command(Actors.BEN, campaign, List.of())))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> measurement.makeConversionSecret().handle(new MakeConversionSecret.Command(Actors.BEN, campaign)))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> measurement.showAnalytics().handle(new ShowAnalytics.Query(Actors.OLE, campaign, Window.ALL)))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> measurement.recordMetrics().handle(new RecordMetrics.Command(Actors.OLE, campaign, List.of())))
                .isInstanceOf(Refusal.NotFound.class);
    }

    private Creator creator(Platform platform, String name) {
        return ((EnterCreator.Outcome.Entered) creators.enterCreator()
                .handle(new EnterCreator.Command(Actors.ANA, new Handle(platform, name), List.of()))).creator();
    }

    private void imported(Creator creator, String key, long likes) {
        Counts counts = new Counts(Optional.of(likes), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        Post post = new Post(new PostId(ids.next()), Actors.LIMA, creator.owner(), creator.id(),
                new PostDraft(key, Optional.empty(), Optional.empty(), "", counts, Map.of()), "import:posts.csv", clock.instant());
        transactions.run(Actors.ANA, "test", () -> postStore.add(List.of(post)));
    }

    private AttachPosts.Outcome attach(AttachPosts.Wanted... wanted) {
        return measurement.attachPosts().handle(new AttachPosts.Command(Actors.ANA, campaign, List.of(wanted)));
    }

    private static AttachPosts.Wanted link(String url) {
        return new AttachPosts.Wanted(Optional.of(url), Optional.empty(), Optional.empty());
    }

    private static AttachPosts.Wanted by(String url, CreatorId creator) {
        return new AttachPosts.Wanted(Optional.of(url), Optional.empty(), Optional.of(creator));
    }

    private static AttachPosts.Wanted key(String key, CreatorId creator) {
        return new AttachPosts.Wanted(Optional.empty(), Optional.of(key), Optional.of(creator));
    }

    private List<CampaignPost> posts() {
        return measurement.listCampaignPosts().handle(new ListCampaignPosts.Query(Actors.BEN, campaign, Optional.empty(), PageRequest.first(50))).items();
    }

    private RecordMetrics.Outcome record(RecordMetrics.Wanted... rows) {
        return measurement.recordMetrics().handle(new RecordMetrics.Command(Actors.ANA, campaign, List.of(rows)));
    }

    private static RecordMetrics.Wanted of(CampaignPost post, Instant at, Map<Metric, Long> counts) {
        Map<Metric, BigDecimal> values = new EnumMap<>(Metric.class);
        counts.forEach((metric, count) -> values.put(metric, BigDecimal.valueOf(count)));
        return new RecordMetrics.Wanted(Optional.of(post.id()), Optional.empty(), Optional.empty(), values, Optional.empty(), at, "test");
    }

    private CreateLink.Outcome create(String target, Optional<CreatorId> creator) {
        return measurement.createLink().handle(new CreateLink.Command(Actors.ANA, campaign, target, "story", creator, Optional.empty()));
    }

    private TrackedLink made(String target, Optional<CreatorId> creator) {
        return ((CreateLink.Outcome.Created) create(target, creator)).link();
    }

    private FollowLink.Outcome follow(String code, String userAgent, boolean isPreliminary) {
        return measurement.followLink().handle(new FollowLink.Command(Anonymous.CALLER, code, userAgent, isPreliminary));
    }

    private CreatePromoCode.Outcome promoCode(String code, Optional<CreatorId> creator) {
        return measurement.createPromoCode()
                .handle(new CreatePromoCode.Command(Actors.ANA, campaign, code, creator, "", Optional.empty(), Optional.empty()));
    }

    private TakeConversion.Outcome order(String id, String amount, Optional<String> link, Optional<String> promoCode) {
        return measurement.takeConversion().handle(new TakeConversion.Command(new Actor.System("conversions", Actors.LIMA), campaign, id,
                Money.of(amount, "USD"), link, promoCode, clock.instant()));
    }

    private String secret() {
        return ((MakeConversionSecret.Outcome.Made) measurement.makeConversionSecret().handle(new MakeConversionSecret.Command(Actors.ANA, campaign)))
                .secret();
    }

    private boolean isBelieved(String secret) {
        return check(campaign, clock.instant().getEpochSecond(), new byte[] {1}, secret) instanceof CheckConversionCall.Outcome.Genuine;
    }

    private CheckConversionCall.Outcome check(CampaignId of, long seconds, byte[] body, String secret) {
        return measurement.checkConversionCall()
                .handle(new CheckConversionCall.Query(Anonymous.CALLER, signature(of, seconds, body, secret), body));
    }

    private static String signature(CampaignId of, long seconds, byte[] body, String secret) {
        byte[] signed = HmacSha256.of(HmacSha256.bytes(secret), HmacSha256.bytes(seconds + "."), body);
        return "c=" + of + ",t=" + seconds + ",v1=" + HexFormat.of().formatHex(signed);
    }

    private ShowAnalytics.Shown shown() {
        return measurement.showAnalytics().handle(new ShowAnalytics.Query(Actors.BEN, campaign, Window.ALL));
    }

    private Figure figure(Indicator indicator) {
        return shown().analytics().figure(indicator);
    }

    private String value(Indicator indicator) {
        return figure(indicator).value().map(BigDecimal::toPlainString).orElse("unknown");
    }

    private List<String> changes(String action) {
        return transactions.done().stream().filter(done -> done.action().equals(action) && done.subject().equals(Optional.of(Subject.of("campaign", campaign))))
                .flatMap(done -> done.changes().stream()).map(change -> change.field()).toList();
    }
}
