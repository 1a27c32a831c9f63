package io.tastemaker.application.content;

import io.tastemaker.application.content.out.ContentProfiles;
import io.tastemaker.application.content.out.Posts;
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.creators.LearnContent;
import io.tastemaker.application.creators.ShowCreator;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.ContentGist;
import io.tastemaker.domain.content.ContentProfile;
import io.tastemaker.domain.content.ContentProfiling;
import io.tastemaker.domain.content.ContentSimilarity;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.ProfileSnapshot;
import io.tastemaker.domain.creators.CategoryShares;
import io.tastemaker.domain.creators.ContentFacts;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.MoodScore;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Computes the profiles that follow from posts, and tells the creators what matching may rely on. */
final class ProfileKeeper {

    private static final int AT_ONCE = 20;
    private static final int MOST_COMPARED = 200;
    private static final int MOST_ALIKE = 10;

    private final Transactions transactions;
    private final Posts posts;
    private final ContentProfiles profiles;
    private final ShowCreator showCreator;
    private final LearnContent learnContent;
    private final InstantSource clock;

    ProfileKeeper(Transactions transactions, Posts posts, ContentProfiles profiles, ShowCreator showCreator, LearnContent learnContent,
            InstantSource clock) {
        this.transactions = transactions;
        this.posts = posts;
        this.profiles = profiles;
        this.showCreator = showCreator;
        this.learnContent = learnContent;
        this.clock = clock;
    }

    /** Notes that posts of the bound team have changed. Inside a transaction of the caller. */
    void outdate(TeamId creatorOwner, CreatorId creator, Instant now) {
        profiles.outdate(creatorOwner, creator, now);
    }

    /**
     * Computes some of a team's outdated profiles anew, of one creator or of any; none is left when none was computed. Gives a sign of life
     * between the pages of posts.
     */
    List<CreatorId> computeSome(Actor actor, Optional<CreatorId> only, Runnable sign) {
        return outdated(actor, only).stream().filter(each -> compute(actor, each, sign, () -> { })).map(ContentProfiles.Outdated::creator).toList();
    }

    /** Some of a team's outdated profiles, of one creator or of any. */
    List<ContentProfiles.Outdated> outdated(Actor actor, Optional<CreatorId> only) {
        return transactions.reading(actor, () -> only.map(creator -> profiles.outdated(creator).stream().toList())
                .orElseGet(() -> profiles.listOutdated(AT_ONCE)));
    }

    /** Computes one; what is noted alongside is kept with it or not at all. False when the creator was removed meanwhile. */
    boolean compute(Actor actor, ContentProfiles.Outdated outdated, Runnable sign, Runnable alongside) {
        try {
            Creator creator = showCreator.handle(new ShowCreator.Query(actor, new FindCreator.Which.ById(outdated.creator())));
            compute(actor, outdated, creator, sign, alongside);
            return true;
        } catch (Refusal.NotFound removed) {
            return false;
        }
    }

    /**
     * The creator is told before the profile counts as computed, so that an interruption in between leaves the profile outdated, and the
     * creator is told again. It is as of when the posts began to be read: of two who compute at once, the one that saw less never comes
     * later.
     */
    private void compute(Actor actor, ContentProfiles.Outdated outdated, Creator creator, Runnable sign, Runnable alongside) {
        Instant now = clock.instant();
        ContentProfiling profiling = new ContentProfiling();
        Optional<String> from = Optional.empty();
        do {
            PageRequest page = new PageRequest(PageRequest.MOST, from);
            Page<AnalysedPost> some = transactions.reading(actor, () -> posts.list(creator.id(), page));
            some.items().forEach(profiling::feed);
            sign.run();
            from = some.next();
        } while (from.isPresent());
        ContentProfile profile =
                profiling.profile(actor.team(), creator.owner(), creator.id(), creator.facts().value(Fact.FOLLOWERS), now);
        if (creator.owner().equals(actor.team())) {
            tell(actor, profile);
        }
        transactions.run(actor, "content.profile", () -> {
            profiles.save(profile, ProfileSnapshot.of(profile), outdated.since());
            alongside.run();
            transactions.about(Subject.of("creator", creator.id()), List.of());
        });
    }

    /** A creator of the catalogue learns from the posts of the catalogue alone, which everybody sees. */
    private void tell(Actor actor, ContentProfile profile) {
        ContentGist gist = ContentGist.of(profile);
        ContentFacts facts = new ContentFacts(
                Optional.of(gist.percents()).filter(percents -> !percents.isEmpty()).map(CategoryShares::new),
                gist.languages(), gist.mood().map(MoodScore::new));
        learnContent.handle(new LearnContent.Command(actor, profile.creator(), facts, profile.computedAt(), source(profile)));
    }

    /** Who read the posts; in an order that does not change with how many each of them read, since another source makes another version. */
    private static String source(ContentProfile profile) {
        return "content:" + profile.basis().models().keySet().stream().filter(model -> model.source() != Model.Source.DEFAULTS)
                .map(Model::name).distinct().sorted().collect(Collectors.joining("+"));
    }

    /** What follows from some posts alone; nothing is kept. */
    ContentProfile of(TeamId team, Creator creator, List<AnalysedPost> some) {
        ContentProfiling profiling = new ContentProfiling();
        some.forEach(profiling::feed);
        return profiling.profile(team, creator.owner(), creator.id(), creator.facts().value(Fact.FOLLOWERS), clock.instant());
    }

    /** Profiles of other creators of like content, the most alike first. Inside a transaction of the caller. */
    List<ContentProfile> alike(ContentProfile profile) {
        return profile.primaryCategory().stream()
                .flatMap(primary -> profiles.about(primary.value().value(), profile.creator(), MOST_COMPARED).stream())
                .collect(Collectors.toMap(other -> other, other -> ContentSimilarity.of(profile, other)))
                .entrySet().stream()
                .sorted(Map.Entry.<ContentProfile, Double>comparingByValue().reversed()
                        .thenComparing(entry -> entry.getKey().creator().toString()))
                .limit(MOST_ALIKE)
                .map(Map.Entry::getKey)
                .toList();
    }
}
