package io.tastemaker.application.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.briefing.MakeCampaign;
import io.tastemaker.application.briefing.Say;
import io.tastemaker.application.briefing.StartConversation;
import io.tastemaker.application.campaigns.AddCollaborator;
import io.tastemaker.application.campaigns.AddDeliverable;
import io.tastemaker.application.campaigns.AddToShortlist;
import io.tastemaker.application.campaigns.ListShortlist;
import io.tastemaker.application.campaigns.MoveCampaign;
import io.tastemaker.application.campaigns.MoveDeliverable;
import io.tastemaker.application.campaigns.ShowActivity;
import io.tastemaker.application.creators.ImportCreators;
import io.tastemaker.application.exports.FetchExport;
import io.tastemaker.application.exports.StartExport;
import io.tastemaker.application.matching.PayForRanking;
import io.tastemaker.application.matching.RankedPage;
import io.tastemaker.application.measurement.AttachPosts;
import io.tastemaker.application.measurement.RecordMetrics;
import io.tastemaker.application.measurement.ShowAnalytics;
import io.tastemaker.application.outreach.AnswerInvitation;
import io.tastemaker.application.outreach.InviteCreators;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.wallets.UnlockEmail;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.briefing.BriefTopic;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.CampaignStep;
import io.tastemaker.domain.campaigns.Deliverable;
import io.tastemaker.domain.campaigns.ProofLink;
import io.tastemaker.domain.campaigns.Right;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.exports.ExportFormat;
import io.tastemaker.domain.exports.ExportKind;
import io.tastemaker.domain.exports.ExportScope;
import io.tastemaker.domain.measurement.CampaignAnalytics;
import io.tastemaker.domain.measurement.Indicator;
import io.tastemaker.domain.measurement.Metric;
import io.tastemaker.domain.measurement.Window;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.outreach.InvitationTerms;
import io.tastemaker.domain.shared.ChatId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.wallets.OperationKey;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Three months of a campaign, from a wish to a file. */
class RunACampaignScenario {

    private static final String CATALOGUE = """
            Account,Name,Followers,Likes avg,Comments avg,Category,Country,E-mail
            ana.verde,Ana Verde,84.5K,3.9K,180,Beauty,Brazil,ana.verde@example.com
            lucasol,Luca Sol,1.2M,70K,900,Humor,Argentina,luca@example.com
            joana,Joana Luz,62K,5.1K,300,Beauty,Brazil,joana@example.com
            """;
    private static final Pattern TOKEN = Pattern.compile("/respond#(\\S+)");

    private final ProgramInMemory program = new ProgramInMemory();

    @Test
    void a_team_runs_a_whole_campaign() {
        // The shared catalogue has three creators. Ana says what she is after, in two messages, and corrects herself once.
        importCatalogue();
        ChatId chat = ((StartConversation.Outcome.Started) program.briefing.startConversation()
                .handle(new StartConversation.Command(Actors.ANA))).conversation().id();
        assertThat(say(chat, "We sell vegan serums, https://serum.example. The goal is brand awareness, our audience is women from 20 to 40")
                .conversation().draft().next()).contains(BriefTopic.PLATFORMS);
        say(chat, "Instagram creators in Argentina with 10k to 500k followers; categories: beauty");
        assertThat(say(chat, "Make it Brazil. 5,000 USD, from 9 March 2026 to 31 May 2026").conversation().draft().missing()).isEmpty();

        // The draft becomes a campaign and is matched at once. The best goes onto the shortlist, with what was known of her on that day.
        MakeCampaign.Outcome.Made made = (MakeCampaign.Outcome.Made) program.briefing.makeCampaign()
                .handle(new MakeCampaign.Command(Actors.ANA, chat, 10, PayForRanking.Terms.ANY));
        RankedPage.Entry joana = made.page().entries().getFirst();
        assertThat(made.page().entries()).extracting(entry -> entry.creator().orElseThrow().handle().name()).containsExactly("joana", "ana.verde");
        program.campaigns.addToShortlist().handle(new AddToShortlist.Command(
                Actors.ANA, made.campaign().id(), List.of(joana.id()), "fits", Optional.of(made.page().ranking())));
        Campaign campaign = launch(made.campaign());

        // Her address has to be unlocked before anybody can write to her. She opens the letter, and takes part.
        assertThat(invite(campaign, joana.id())).isInstanceOf(InviteCreators.Outcome.Hindered.class);
        program.unlocks.unlockEmail().handle(new UnlockEmail.Command(
                Actors.ANA, joana.id(), OperationKey.ofClient("unlock", "joana"), OptionalLong.empty(), false));
        assertThat(invite(campaign, joana.id())).isInstanceOf(InviteCreators.Outcome.Invited.class);
        assertThat(answer(AnswerInvitation.Action.OPEN)).isEqualTo(Invitation.Status.OPENED);
        assertThat(answer(AnswerInvitation.Action.ACCEPT)).isEqualTo(Invitation.Status.ACCEPTED);
        assertThat(standing(campaign, joana.id())).isEqualTo(ShortlistEntry.Status.ACCEPTED);

        // Her reel is handed in by Ana, who cannot approve it herself; Ben, whom she lets do so, can.
        program.clock.advance(Duration.ofDays(14));
        Deliverable reel = plan(campaign, joana.id());
        move(Actors.ANA, reel, new Deliverable.Move.Submit(new ProofLink("https://www.instagram.com/joana/reel/Reel1/")));
        assertThat(move(Actors.ANA, reel, new Deliverable.Move.Approve())).isInstanceOf(MoveDeliverable.Outcome.OwnWork.class);
        program.work.addCollaborator().handle(
                new AddCollaborator.Command(Actors.ANA, campaign.id(), ((Actor.User) Actors.BEN).id(), Right.APPROVE));
        assertThat(move(Actors.BEN, reel, new Deliverable.Move.Approve())).isInstanceOf(MoveDeliverable.Outcome.Moved.class);

        // What the post did comes in. Every number says by which formula, and on how many rows it rests.
        measure(campaign, joana.id());
        CampaignAnalytics analytics = program.measurement.showAnalytics()
                .handle(new ShowAnalytics.Query(Actors.BEN, campaign.id(), Window.ALL)).analytics();
        assertThat(analytics.figure(Indicator.ENGAGEMENT_RATE)).hasToString("engagement_rate 0.105000 (1 rows)");
        assertThat(analytics.figure(Indicator.REVENUE)).hasToString("revenue 2000.00 USD (1 rows)");
        assertThat(analytics.figure(Indicator.EARNED_MEDIA_VALUE).band()).isPresent();

        // And all of it can be told, and leaves as a file.
        assertThat(program.work.showActivity().handle(new ShowActivity.Query(Actors.BEN, campaign.id(), PageRequest.first(50))).items())
                .extracting(ShowActivity.Deed::text).contains("approved a deliverable");
        assertThat(exported(campaign)).hasSize(1).first().asString().contains("joana", "joana@example.com");
    }

    private void importCatalogue() {
        CreatorImport.Options options =
                new CreatorImport.Options(Optional.of(Platform.INSTAGRAM), CreatorImport.OnDuplicate.UPDATE, Map.of(), Optional.empty());
        program.imports.importCreators().handle(new ImportCreators.Command(Actors.OPERATOR, "catalogue.csv",
                new ByteArrayInputStream(CATALOGUE.getBytes(StandardCharsets.UTF_8)), 1_000_000, options));
        program.work();
    }

    private Say.Outcome.Answered say(ChatId chat, String text) {
        return (Say.Outcome.Answered) program.briefing.say().handle(new Say.Command(Actors.ANA, chat, text));
    }

    private Campaign launch(Campaign campaign) {
        return ((MoveCampaign.Outcome.Moved) program.campaigns.moveCampaign().handle(new MoveCampaign.Command(
                Actors.ANA, campaign.id(), OptionalLong.empty(), CampaignStep.LAUNCH, Optional.empty()))).campaign();
    }

    private InviteCreators.Outcome invite(Campaign campaign, CreatorId creator) {
        return program.outreach.inviteCreators().handle(new InviteCreators.Command(Actors.ANA, campaign.id(), List.of(creator),
                new InviteCreators.Words.Usual(), InvitationTerms.USUAL, false));
    }

    private Invitation.Status answer(AnswerInvitation.Action action) {
        String token = TOKEN.matcher(program.outbox.lettersTo("joana@example.com").getLast().text()).results()
                .map((MatchResult link) -> link.group(1)).findFirst().orElseThrow();
        return ((AnswerInvitation.Outcome.Shown) program.outreach.answerInvitation()
                .handle(new AnswerInvitation.Command(Anonymous.CALLER, token, action, Optional.empty()))).invitation().status();
    }

    private ShortlistEntry.Status standing(Campaign campaign, CreatorId creator) {
        return program.campaigns.listShortlist()
                .handle(new ListShortlist.Query(Actors.BEN, campaign.id(), Optional.empty(), PageRequest.first(10))).items().stream()
                .filter(entry -> entry.creator().equals(creator)).findFirst().orElseThrow().status();
    }

    private Deliverable plan(Campaign campaign, CreatorId creator) {
        Deliverable.Work work = new Deliverable.Work(Deliverable.Type.REEL, "Reel 1", Optional.of(creator), Optional.empty());
        return ((AddDeliverable.Outcome.Added) program.work.addDeliverable()
                .handle(new AddDeliverable.Command(Actors.ANA, campaign.id(), work))).deliverable();
    }

    private MoveDeliverable.Outcome move(Actor actor, Deliverable reel, Deliverable.Move move) {
        return program.work.moveDeliverable().handle(
                new MoveDeliverable.Command(actor, reel.campaign(), reel.id(), OptionalLong.empty(), move));
    }

    private void measure(Campaign campaign, CreatorId creator) {
        String url = "https://www.instagram.com/joana/reel/Reel1/";
        program.measurement.attachPosts().handle(new AttachPosts.Command(Actors.ANA, campaign.id(),
                List.of(new AttachPosts.Wanted(Optional.of(url), Optional.empty(), Optional.of(creator)))));
        Map<Metric, BigDecimal> values = Map.of(Metric.REACH, new BigDecimal(40_000), Metric.IMPRESSIONS, new BigDecimal(52_000),
                Metric.LIKES, new BigDecimal(4_000), Metric.COMMENTS, new BigDecimal(200), Metric.REVENUE, new BigDecimal("2000.00"));
        program.measurement.recordMetrics().handle(new RecordMetrics.Command(Actors.ANA, campaign.id(), List.of(new RecordMetrics.Wanted(
                Optional.empty(), Optional.of(url), Optional.empty(), values, campaign.brief().budget().map(money -> money.currency()),
                program.clock.instant(), "by hand"))));
    }

    private List<String> exported(Campaign campaign) {
        StartExport.Outcome.Queued queued = (StartExport.Outcome.Queued) program.exports.startExport().handle(new StartExport.Command(Actors.ANA,
                new StartExport.Wanted.Rows(ExportScope.of(ExportKind.CAMPAIGN, campaign.id().value())),
                new StartExport.Layout(ExportFormat.XLSX, false, List.of("handle", "email")), OperationKey.ofClient("export", "report"),
                OptionalLong.empty(), false));
        program.work();
        FetchExport.Outcome.Handed handed = (FetchExport.Outcome.Handed) program.exports.fetchExport()
                .handle(new FetchExport.Query(Actors.ANA, queued.export().id()));
        return new String(handed.file().content().piece(0).orElseThrow(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
}
