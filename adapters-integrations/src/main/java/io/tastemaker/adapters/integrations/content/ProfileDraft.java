package io.tastemaker.adapters.integrations.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.application.content.out.CreatorSource.Profile;
import io.tastemaker.domain.content.Counts;
import io.tastemaker.domain.content.PostDraft;
import io.tastemaker.domain.content.SourceState.RelatedAccount;
import io.tastemaker.domain.creators.CategoryLabels;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Platform;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A profile while it is taken over from an answer. */
final class ProfileDraft {

    /** More than any account has, and less than a sum could not hold. */
    static final long MOST_PEOPLE = 10_000_000_000L;
    static final long MOST_POSTS = 1_000_000_000L;

    private static final String SOURCE = "source:" + DecodoSource.NAME;
    private static final int MOST_SHOWN = 200;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_BIOGRAPHY = 5000;

    private final Platform platform;
    private final Instant now;
    private final Faults faults = new Faults();
    private final Values values;
    private final Map<String, PostDraft> posts = new LinkedHashMap<>();
    private final Map<Handle, RelatedAccount> related = new LinkedHashMap<>();
    private final Set<Category> categories = EnumSet.noneOf(Category.class);
    private Facts facts = Facts.NONE;
    private boolean hidden;

    ProfileDraft(Platform platform, Instant now) {
        this.platform = platform;
        this.now = now;
        values = new Values(faults, now);
    }

    /** Where its values are read, so that their faults stand with it. */
    Values values() {
        return values;
    }

    /** Whether it is the account that was asked for; where none is named, it is taken for it. */
    boolean isOf(Handle asked, JsonNode named) {
        if (Values.isAbsent(named)) {
            faults.add("the handle", "it is missing, what was asked for is taken");
            return true;
        }
        return named.isValueNode() && Handle.read(platform, named.asText()).filter(asked::equals).isPresent();
    }

    void name(JsonNode node) {
        state(Fact.NAME, values.text(node, "the name", LONGEST_NAME));
    }

    void biography(JsonNode node) {
        state(Fact.BIOGRAPHY, values.text(node, "the biography", LONGEST_BIOGRAPHY));
    }

    void followers(JsonNode node) {
        state(Fact.FOLLOWERS, values.count(node, "followers", MOST_PEOPLE));
    }

    void postsCount(JsonNode node) {
        state(Fact.POSTS_COUNT, values.count(node, "number of posts", MOST_POSTS));
    }

    void verified(JsonNode node) {
        state(Fact.VERIFIED, values.yesNo(node, "whether it is verified"));
    }

    void email(JsonNode node) {
        state(Fact.EMAIL, values.email(node, "the e-mail address"));
    }

    void website(JsonNode node) {
        state(Fact.WEBSITE, values.address(node, "the website"));
    }

    void avatar(JsonNode node) {
        state(Fact.AVATAR_URL, values.address(node, "the picture"));
    }

    /** A label that stands for no category says nothing that could be used, which is no fault of the answer. */
    void category(JsonNode node) {
        values.text(node, "the category", LONGEST_NAME).flatMap(CategoryLabels::find).ifPresent(categories::addAll);
    }

    /** Its posts are not for everybody. */
    void isPrivate(JsonNode node) {
        hidden |= values.yesNo(node, "whether it is private").orElse(false);
    }

    void post(PostDraft post) {
        if (posts.size() >= MOST_SHOWN) {
            faults.once("posts", "only the first " + MOST_SHOWN + " are taken");
        } else if (posts.putIfAbsent(post.key(), post) != null) {
            faults.add("a post", "it is there twice");
        }
    }

    /** There is a post of which nothing can be told. */
    void lost() {
        faults.add("a post", "neither id, page, time nor text can be read");
    }

    void related(JsonNode handle, JsonNode name) {
        Optional<String> title = values.text(name, "the name of a related account", LONGEST_NAME);
        Optional<Handle> account = values.text(handle, "a related account", LONGEST_NAME).flatMap(text -> Handle.read(platform, text));
        if (account.isEmpty()) {
            faults.add("a related account", "its handle cannot be read");
        } else if (related.size() < MOST_SHOWN) {
            related.putIfAbsent(account.get(), new RelatedAccount(account.get(), title));
        } else {
            faults.once("related accounts", "only the first " + MOST_SHOWN + " are taken");
        }
    }

    boolean isEmpty() {
        return facts.kinds().isEmpty() && posts.isEmpty();
    }

    Profile profile(Handle asked) {
        if (hidden && !posts.isEmpty()) {
            faults.add("posts", "the account is private, they are left out");
            posts.clear();
        }
        related.remove(asked);
        state(Fact.CATEGORIES, Optional.of(Set.copyOf(categories)).filter(found -> !found.isEmpty()));
        state(Fact.AVERAGE_LIKES, mean(Counts::likes));
        state(Fact.AVERAGE_COMMENTS, mean(Counts::comments));
        state(Fact.AVERAGE_VIEWS, mean(Counts::views));
        state(Fact.LAST_POST_ON, posts.values().stream().flatMap(post -> post.postedAt().stream()).max(Comparator.naturalOrder())
                .map(last -> last.atOffset(ZoneOffset.UTC).toLocalDate()));
        return new Profile(asked, facts, List.copyOf(posts.values()), List.copyOf(related.values()), now, faults.all());
    }

    /** Of the posts that show it, rounded half up. */
    private Optional<Long> mean(Function<Counts, Optional<Long>> count) {
        List<Long> shown = posts.values().stream().flatMap(post -> count.apply(post.counts()).stream()).toList();
        return shown.isEmpty() ? Optional.empty()
                : Optional.of((shown.stream().mapToLong(Long::longValue).sum() + shown.size() / 2) / shown.size());
    }

    private <T> void state(Fact<T> fact, Optional<T> value) {
        value.ifPresent(known -> facts = facts.with(fact, new Observed<>(known, Observed.Kind.MEASURED, SOURCE, now)));
    }
}
