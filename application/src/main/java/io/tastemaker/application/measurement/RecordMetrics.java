package io.tastemaker.application.measurement;

import io.tastemaker.application.measurement.out.CampaignPosts;
import io.tastemaker.application.measurement.out.MetricRows;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.content.PostLink;
import io.tastemaker.domain.measurement.CampaignPost;
import io.tastemaker.domain.measurement.Measured;
import io.tastemaker.domain.measurement.Metric;
import io.tastemaker.domain.measurement.MetricRow;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.Traits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records what was measured: all rows, or none when something is wrong with one. */
public final class RecordMetrics {

    /** How many rows one call may bring. */
    public static final int MOST = 500;

    private final Transactions transactions;
    private final CampaignPosts posts;
    private final MetricRows rows;
    private final Roster roster;
    private final Ids ids;
    private final InstantSource clock;

    RecordMetrics(Transactions transactions, CampaignPosts posts, MetricRows rows, Roster roster, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.posts = posts;
        this.rows = rows;
        this.roster = roster;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A row that shall be recorded.
     *
     * @param post of this post
     * @param url of the post at this address
     * @param creator of this creator; without post, address and creator the row is of the campaign
     * @param values by metric
     * @param currency of cost and revenue
     * @param measuredAt when it was so
     * @param source who says so
     */
    public record Wanted(Optional<CampaignPostId> post, Optional<String> url, Optional<CreatorId> creator, Map<Metric, BigDecimal> values,
            Optional<Currency> currency, Instant measuredAt, String source) {}

    /**
     * What is wanted.
     *
     * @param actor who acts
     * @param campaign for which campaign
     * @param rows 1 to {@link #MOST}
     */
    public record Command(Actor actor, CampaignId campaign, List<Wanted> rows) {
        /** Copies the list. */
        public Command {
            rows = List.copyOf(rows);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * They are recorded.
         *
         * @param rows all of them, in the order in which they were sent
         */
        record Recorded(List<MetricRow> rows) implements Outcome {}

        /**
         * Nothing was recorded.
         *
         * @param faults all that is wrong
         */
        record Faulty(List<InputFault> faults) implements Outcome {}

        /** Nothing was recorded: the campaign would have more than {@link MetricRows#MOST} rows. */
        record TooMany() implements Outcome {}

        /**
         * The campaign takes nothing in any more.
         *
         * @param status where it stands
         */
        record Closed(Campaign.Status status) implements Outcome {}
    }

    /**
     * Records them.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        CampaignId campaign = command.campaign();
        Optional<Campaign.Status> closed = roster.closed(actor.team(), campaign);
        boolean namesCreators = command.rows().stream().anyMatch(row -> row.creator().isPresent());
        Set<CreatorId> listed = namesCreators ? roster.shortlist(actor.team(), campaign).keySet() : Set.of();
        Instant now = clock.instant();
        return transactions.inTransaction(actor, "campaign.record_metrics", () -> {
            if (closed.isPresent()) {
                transactions.refused(Subject.of("campaign", campaign));
                return new Outcome.Closed(closed.get());
            }
            Reading reading = new Reading(posts.all(campaign), listed, now);
            List<MetricRow> read = reading.read(command, actor);
            if (!reading.faults.isEmpty()) {
                transactions.refused(Subject.of("campaign", campaign));
                return new Outcome.Faulty(List.copyOf(reading.faults));
            }
            if (rows.lock(campaign) + read.size() > MetricRows.MOST) {
                transactions.refused(Subject.of("campaign", campaign));
                return new Outcome.TooMany();
            }
            rows.add(read);
            Traits told = Traits.NONE.with("metrics.rows", read.size())
                    .withheld("metrics.sources", read.stream().map(MetricRow::source).distinct().limit(10).toList());
            transactions.about(Subject.of("campaign", campaign), told.made());
            return new Outcome.Recorded(read);
        });
    }

    private final class Reading {
        private final Set<CampaignPostId> postIds;
        private final Map<PostLinkName, CampaignPostId> byLink;
        private final Set<CreatorId> listed;
        private final Instant now;
        private final List<InputFault> faults = new ArrayList<>();

        private record PostLinkName(Platform platform, String key) {}

        Reading(List<CampaignPost> posts, Set<CreatorId> listed, Instant now) {
            this.postIds = posts.stream().map(CampaignPost::id).collect(Collectors.toSet());
            this.byLink = posts.stream().collect(Collectors.toMap(post -> new PostLinkName(post.platform(), post.key()), CampaignPost::id));
            this.listed = listed;
            this.now = now;
        }

        List<MetricRow> read(Command command, Actor actor) {
            List<MetricRow> read = new ArrayList<>();
            for (int index = 0; index < command.rows().size(); index++) {
                Wanted wanted = command.rows().get(index);
                int number = index;
                List<MetricRow.Fault> wrong = MetricRow.faults(wanted.values(), wanted.currency(), wanted.measuredAt(), now);
                wrong.forEach(fault -> faults.add(new InputFault(number, fault.field(), fault.detail())));
                Optional<Measured> about = about(index, wanted);
                if (about.isPresent() && wrong.isEmpty()) {
                    read.add(new MetricRow(ids.next(), command.campaign(), about.get(), wanted.values(), wanted.currency(), wanted.measuredAt(),
                            wanted.source(), actor.label(), now));
                }
            }
            return read;
        }

        private Optional<Measured> about(int index, Wanted wanted) {
            if (Stream.of(wanted.post(), wanted.url(), wanted.creator()).filter(Optional::isPresent).count() > 1) {
                return fault(index, "post_id", "a row is of one post, of one creator, or of the campaign");
            }
            if (wanted.post().isPresent()) {
                return postIds.contains(wanted.post().get())
                        ? Optional.of(new Measured.OfPost(wanted.post().get()))
                        : fault(index, "post_id", "is no post of the campaign");
            }
            if (wanted.url().isPresent()) {
                Optional<CampaignPostId> post =
                        PostLink.read(wanted.url().get()).map(link -> byLink.get(new PostLinkName(link.platform(), link.key())));
                return post.<Measured>map(Measured.OfPost::new).or(() -> fault(index, "url", "is no post of the campaign"));
            }
            if (wanted.creator().isPresent()) {
                return listed.contains(wanted.creator().get())
                        ? Optional.of(new Measured.OfCreator(wanted.creator().get()))
                        : fault(index, "creator_id", "the creator is not on the shortlist");
            }
            return Optional.of(new Measured.OfCampaign());
        }

        private Optional<Measured> fault(int index, String field, String detail) {
            faults.add(new InputFault(index, field, detail));
            return Optional.empty();
        }
    }
}
