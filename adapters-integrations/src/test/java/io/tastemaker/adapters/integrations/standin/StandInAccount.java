package io.tastemaker.adapters.integrations.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An account that the stand-in shows, in the words of Instagram's own pages. */
public record StandInAccount(String handle, String name, String biography, Optional<String> category, Optional<String> email,
        Optional<String> website, long followers, long postsCount, boolean verified, boolean hidden, List<Shown> posts,
        List<String> similar) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A post of it; views make it a video. */
    public record Shown(String code, Instant at, String caption, long likes, long comments, Optional<Long> views) {

        private ObjectNode node(long id) {
            ObjectNode node = JSON.objectNode().put("__typename", views.isPresent() ? "GraphVideo" : "GraphImage")
                    .put("id", Long.toString(id)).put("shortcode", code).put("is_video", views.isPresent())
                    .put("taken_at_timestamp", at.getEpochSecond());
            node.putObject("edge_media_to_caption").putArray("edges").addObject().putObject("node").put("text", caption);
            node.putObject("edge_liked_by").put("count", likes);
            node.putObject("edge_media_preview_like").put("count", likes);
            node.putObject("edge_media_to_comment").put("count", comments);
            views.ifPresent(count -> node.put("video_view_count", count));
            return node;
        }
    }

    /** An account of which only that much is of interest. */
    public static StandInAccount of(String handle, long followers, Shown... posts) {
        return new StandInAccount(handle, "The " + handle, "Says " + handle, Optional.empty(), Optional.empty(), Optional.empty(),
                followers, posts.length, false, false, List.of(posts), List.of());
    }

    /** What stands under {@code user}. */
    public ObjectNode user() {
        ObjectNode user = JSON.objectNode().put("id", Long.toString(Integer.toUnsignedLong(handle.hashCode()))).put("username", handle)
                .put("full_name", name).put("biography", biography).put("is_verified", verified).put("is_private", hidden)
                .put("is_business_account", email.isPresent()).put("should_show_public_contacts", email.isPresent())
                .put("business_email", email.orElse(null)).put("category_name", category.orElse(null))
                .put("external_url", website.orElse(null)).put("profile_pic_url", picture("150")).put("profile_pic_url_hd", picture("320"));
        user.putObject("edge_followed_by").put("count", followers);
        user.putObject("edge_follow").put("count", 100 + handle.length());
        ObjectNode timeline = user.putObject("edge_owner_to_timeline_media").put("count", postsCount);
        timeline.putObject("page_info").put("has_next_page", posts.size() < postsCount);
        ArrayNode edges = timeline.putArray("edges");
        for (int at = 0; at < posts.size() && !hidden; at++) {
            edges.addObject().set("node", posts.get(at).node(3_000_000_000_000_000_000L + at));
        }
        ArrayNode others = user.putObject("edge_related_profiles").putArray("edges");
        similar.forEach(other -> others.addObject().putObject("node").put("username", other).put("full_name", "The " + other));
        return user;
    }

    private String picture(String size) {
        return "https://pictures.example/" + handle + "/" + size + ".jpg";
    }
}
