package io.tastemaker.application.measurement;

import io.tastemaker.application.content.FindPosts;
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.measurement.out.CampaignPosts;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.content.PostLink;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.measurement.CampaignPost;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes posts count for a campaign: by their links, or by the keys of posts that were imported. All of them, or none when something is wrong
 * with one.
 */
public final class AttachPosts {

    /** How many posts one call may bring. */
    public static final int MOST = 500;

    private final Transactions transactions;
    private final CampaignPosts posts;
    private final Roster roster;
    private final FindCreator findCreator;
    private final FindPosts findPosts;
    private final Ids ids;
    private final InstantSource clock;

    AttachPosts(Transactions transactions, CampaignPosts posts, Roster roster, FindCreator findCreator, FindPosts findPosts, Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.posts = posts;
        this.roster = roster;
        this.findCreator = findCreator;
        this.findPosts = findPosts;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A post that shall count.
     *
     * @param url where it stands; empty when the key names it
     * @param key the key under which the creator's post was imported; empty when the address names it
     * @param creator who published it; may be left out where the address or an import tells
     */
    public record Wanted(Optional<String> url, Optional<String> key, Optional<CreatorId> creator) {}

    /**
     * What is wanted.
     *
     * @param actor who acts
     * @param campaign for which campaign
     * @param posts 1 to {@link #MOST}
     */
    public record Command(Actor actor, CampaignId campaign, List<Wanted> posts) {
        /** Copies the list. */
        public Command {
            posts = List.copyOf(posts);
        }
    }

    /**
     * A post, and where its creator stands in the campaign.
     *
     * @param post the post
     * @param standing the creator's status on the shortlist, empty when nobody knows who published it
     */
    public record Attached(CampaignPost post, Optional<ShortlistEntry.Status> standing) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * They count.
         *
         * @param added those that did not count before
         * @param alreadyThere how many did
         */
        record Added(List<Attached> added, int alreadyThere) implements Outcome {}

        /**
         * Nothing was changed.
         *
         * @param faults all that is wrong
         */
        record Faulty(List<InputFault> faults) implements Outcome {}

        /** Nothing was changed: the campaign would have more than {@link CampaignPost#MOST} posts. */
        record TooMany() implements Outcome {}

        /**
         * The campaign takes nothing in any more.
         *
         * @param status where it stands
         */
        record Closed(Campaign.Status status) implements Outcome {}
    }

    /** What a wanted post was read as. */
    private record Named(int index, Platform platform, String key, Optional<String> url, Optional<CreatorId> creator) {}

    private record Name(Platform platform, String key) {}

    /**
     * Makes them count.
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
        Map<CreatorId, ShortlistEntry> shortlist = roster.shortlist(actor.team(), campaign);
        Reading reading = new Reading(actor, shortlist);
        List<Named> named = reading.read(command.posts());
        Instant now = clock.instant();
        return transactions.inTransaction(actor, "campaign.attach_posts", () -> {
            if (closed.isPresent()) {
                transactions.refused(Subject.of("campaign", campaign));
                return new Outcome.Closed(closed.get());
            }
            if (!reading.faults.isEmpty()) {
                transactions.refused(Subject.of("campaign", campaign));
                return new Outcome.Faulty(List.copyOf(reading.faults));
            }
            Map<Name, CampaignPost> wanted = new LinkedHashMap<>();
            named.forEach(each -> wanted.putIfAbsent(new Name(each.platform(), each.key()), new CampaignPost(new CampaignPostId(ids.next()), campaign,
                    each.platform(), each.key(), each.url(), each.creator(), actor.label(), now)));
            Set<Name> there = posts.all(campaign).stream().map(post -> new Name(post.platform(), post.key())).collect(Collectors.toSet());
            long fresh = wanted.keySet().stream().filter(name -> !there.contains(name)).count();
            if (there.size() + fresh > CampaignPost.MOST) {
                transactions.refused(Subject.of("campaign", campaign));
                return new Outcome.TooMany();
            }
            List<CampaignPost> added = posts.put(List.copyOf(wanted.values()));
            transactions.about(Subject.of("campaign", campaign), added.stream().flatMap(post -> post.traits().made().stream()).toList());
            return new Outcome.Added(
                    added.stream().map(post -> new Attached(post, post.creator().map(shortlist::get).map(ShortlistEntry::status))).toList(),
                    wanted.size() - added.size());
        });
    }

    /** Reads what is wanted, and collects what is wrong with it. */
    private final class Reading {
        private final Actor program;
        private final Map<CreatorId, ShortlistEntry> shortlist;
        private final Map<CreatorId, Creator> listed;
        private final Map<Handle, Creator> byHandle;
        private final List<InputFault> faults = new ArrayList<>();

        Reading(Actor actor, Map<CreatorId, ShortlistEntry> shortlist) {
            this.program = Roster.program(actor.team());
            this.shortlist = shortlist;
            this.listed = roster.creators(actor.team(), shortlist.keySet());
            this.byHandle = listed.values().stream().collect(Collectors.toMap(Creator::handle, Function.identity(), (first, same) -> first));
        }

        List<Named> read(List<Wanted> wanted) {
            Map<Name, List<Post>> imported = imported(wanted);
            List<Named> named = new ArrayList<>();
            for (int index = 0; index < wanted.size(); index++) {
                one(index, wanted.get(index), imported).ifPresent(named::add);
            }
            return named;
        }

        private Map<Name, List<Post>> imported(List<Wanted> wanted) {
            Stream<String> keys = wanted.stream().flatMap(each -> Stream.concat(each.key().stream(),
                    each.url().flatMap(PostLink::read).map(PostLink::key).stream()));
            Set<String> all = keys.collect(Collectors.toCollection(LinkedHashSet::new));
            return findPosts.handle(new FindPosts.Query(program, listed.keySet(), all)).stream()
                    .collect(Collectors.groupingBy(post -> new Name(listed.get(post.creator()).handle().platform(), post.content().key())));
        }

        private Optional<Named> one(int index, Wanted wanted, Map<Name, List<Post>> imported) {
            if (wanted.url().isPresent() == wanted.key().isPresent()) {
                return fault(index, "url", "a post is named by its url or by the key of an imported one");
            }
            return wanted.url().isPresent() ? byLink(index, wanted, imported) : byKey(index, wanted, imported);
        }

        private Optional<Named> byLink(int index, Wanted wanted, Map<Name, List<Post>> imported) {
            String url = wanted.url().orElseThrow();
            Optional<PostLink> read = PostLink.read(url);
            if (read.isEmpty()) {
                return fault(index, "url", "is not the address of a post on a known platform");
            }
            PostLink link = read.get();
            Optional<Handle> handle = link.handle().flatMap(name -> Handle.read(link.platform(), name));
            Named bare = new Named(index, link.platform(), link.key(), Optional.of(CampaignPost.address(url, link)), Optional.empty());
            if (wanted.creator().isPresent()) {
                return listed(bare, wanted.creator().get(), handle);
            }
            if (handle.isPresent()) {
                Optional<Creator> owner = Optional.ofNullable(byHandle.get(handle.get()))
                        .or(() -> findCreator.handle(new FindCreator.Query(program, new FindCreator.Which.ByHandle(handle.get()))));
                return owner.map(creator -> isListed(index, "url", creator.id()) ? Optional.of(by(bare, creator.id())) : Optional.<Named>empty())
                        .orElseGet(() -> Optional.of(bare));
            }
            Collection<Post> known = imported.getOrDefault(new Name(link.platform(), link.key()), List.of());
            Set<CreatorId> owners = known.stream().map(Post::creator).collect(Collectors.toSet());
            if (owners.size() != 1) {
                return Optional.of(bare);
            }
            CreatorId owner = owners.iterator().next();
            return isListed(index, "url", owner) ? Optional.of(by(bare, owner)) : Optional.empty();
        }

        /** By a creator who is named; an address that names somebody else is not believed. */
        private Optional<Named> listed(Named bare, CreatorId creator, Optional<Handle> handle) {
            if (!isListed(bare.index(), "creator_id", creator)) {
                return Optional.empty();
            }
            Optional<Handle> own = Optional.ofNullable(listed.get(creator)).map(Creator::handle);
            if (own.isPresent() && own.get().platform() != bare.platform()) {
                return fault(bare.index(), "creator_id", "publishes on " + own.get().platform().code() + ", and the post stands on "
                        + bare.platform().code());
            }
            if (own.isPresent() && handle.isPresent() && !handle.equals(own)) {
                return fault(bare.index(), "creator_id", "the address says that somebody else published it");
            }
            return Optional.of(by(bare, creator));
        }

        private Optional<Named> byKey(int index, Wanted wanted, Map<Name, List<Post>> imported) {
            String key = wanted.key().orElseThrow();
            if (wanted.creator().isEmpty()) {
                return fault(index, "creator_id", "is needed with a key");
            }
            CreatorId creator = wanted.creator().get();
            if (!isListed(index, "creator_id", creator)) {
                return Optional.empty();
            }
            Optional<Post> post = imported.values().stream().flatMap(List::stream)
                    .filter(each -> each.creator().equals(creator) && each.content().key().equals(key)).findFirst();
            return post.isEmpty()
                    ? fault(index, "key", "no post of this creator is known by it")
                    : Optional.of(new Named(index, listed.get(creator).handle().platform(), key, post.get().content().url(), Optional.of(creator)));
        }

        private static Named by(Named bare, CreatorId creator) {
            return new Named(bare.index(), bare.platform(), bare.key(), bare.url(), Optional.of(creator));
        }

        private boolean isListed(int index, String field, CreatorId creator) {
            Optional<ShortlistEntry> entry = Optional.ofNullable(shortlist.get(creator));
            if (entry.isEmpty()) {
                fault(index, field, "the creator is not on the shortlist");
            } else if (entry.get().status() == ShortlistEntry.Status.REJECTED) {
                fault(index, field, "the creator does not take part: rejected");
                return false;
            }
            return entry.isPresent();
        }

        private Optional<Named> fault(int index, String field, String detail) {
            faults.add(new InputFault(index, field, detail));
            return Optional.empty();
        }
    }
}
