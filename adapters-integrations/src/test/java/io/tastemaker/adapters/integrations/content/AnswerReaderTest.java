package io.tastemaker.adapters.integrations.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.integrations.content.AnswerReader.Read;
import io.tastemaker.application.content.out.CreatorSource.Profile;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.content.PostDraft;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken over from an answer, and what is not. Single quotes stand for double ones. */
class AnswerReaderTest {

    private static final Handle MARA = new Handle(Platform.INSTAGRAM, "mara.bakes");
    private static final String USER = "{'username':'mara.bakes','edge_followed_by':{'count':48200}}";

    @ParameterizedTest
    @ValueSource(strings = {
        "{'results':[{'content':{'data':{'user':%s}},'status_code':200,'task_id':'7'}]}",
        "{'results':[{'content':{'user':%s},'status_code':12000}]}",
        "{'results':[{'content':{'graphql':{'user':%s}}}]}",
        "{'results':[{'content':%s}]}",
        "{'data':{'user':%s},'status':'ok'}",
        "{'graphql':{'user':%s}}",
        "{'data':{'content':{'user':%s},'errors':[],'status_code':12000}}",
        "{'user':%s}",
        "%s"})
    void an_account_is_found_in_whatever_it_is_wrapped(String wrapping) {
        assertThat(told(wrapping.formatted(USER)).facts().value(Fact.FOLLOWERS)).contains(48_200L);
    }

    @Test
    void an_envelope_may_hold_its_content_as_a_text() {
        String text = "{'data':{'user':" + USER + "}}";
        String envelope = "{'results':[{'content':\"" + json(text).replace("\"", "\\\"") + "\"}]}";
        assertThat(told(envelope).facts().value(Fact.FOLLOWERS)).contains(48_200L);
    }

    @Test
    void all_that_a_user_says_is_taken_over() {
        Profile profile = told("""
                {'results':[{'status_code':200,'content':{'data':{'user':{'username':'Mara.Bakes','full_name':' Mara\\u00a0 Weiss ',
                'biography':'Bread\\ncake','edge_followed_by':{'count':48200},'edge_follow':{'count':9},'is_verified':true,
                'is_private':false,'is_business_account':true,'business_email':'Hello@Mara-Bakes.example','category_name':'Cooking',
                'external_url':'https://mara-bakes.example/shop?a=1','profile_pic_url_hd':'https://pictures.example/1.jpg?x=%20',
                'edge_owner_to_timeline_media':{'count':311,'edges':[
                {'node':{'shortcode':'Cq1','id':'317','__typename':'GraphVideo','is_video':true,'taken_at_timestamp':1772213400,
                'edge_media_to_caption':{'edges':[{'node':{'text':'Rye\\n\\nbread #baking'}}]},'edge_liked_by':{'count':1200},
                'edge_media_to_comment':{'count':31},'video_view_count':90000}},
                {'node':{'shortcode':'Cq2','id':'318','taken_at_timestamp':1772352300,'edge_media_to_caption':{'edges':[]},
                'edge_media_preview_like':{'count':1901},'edge_media_to_comment':{'count':60}}}]},
                'edge_related_profiles':{'edges':[{'node':{'username':'otto.cooks','full_name':'Otto'}},{'node':{'username':'otto.cooks'}},
                {'node':{'username':'mara.bakes'}}]}}}}}]}""");

        assertThat(profile.faults()).isEmpty();
        assertThat(profile.handle()).isEqualTo(MARA);
        assertThat(profile.facts().value(Fact.NAME)).contains("Mara Weiss");
        assertThat(profile.facts().value(Fact.BIOGRAPHY)).contains("Bread cake");
        assertThat(profile.facts().value(Fact.POSTS_COUNT)).contains(311L);
        assertThat(profile.facts().value(Fact.VERIFIED)).contains(true);
        assertThat(profile.facts().value(Fact.EMAIL)).contains("hello@mara-bakes.example");
        assertThat(profile.facts().value(Fact.WEBSITE)).contains("https://mara-bakes.example/shop?a=1");
        assertThat(profile.facts().value(Fact.AVATAR_URL)).contains("https://pictures.example/1.jpg?x=%20");
        assertThat(profile.facts().value(Fact.CATEGORIES)).contains(Set.of(Category.FOOD));
        assertThat(profile.facts().value(Fact.AVERAGE_LIKES)).contains(1_551L);
        assertThat(profile.facts().value(Fact.AVERAGE_COMMENTS)).contains(46L);
        assertThat(profile.facts().value(Fact.AVERAGE_VIEWS)).contains(90_000L);
        assertThat(profile.facts().value(Fact.LAST_POST_ON)).contains(LocalDate.of(2026, 3, 1));
        assertThat(profile.related()).singleElement().satisfies(other -> {
            assertThat(other.handle().name()).isEqualTo("otto.cooks");
            assertThat(other.name()).contains("Otto");
        });
        PostDraft video = profile.posts().getFirst();
        assertThat(video.key()).isEqualTo("Cq1");
        assertThat(video.url()).contains("https://www.instagram.com/p/Cq1/");
        assertThat(video.caption()).isEqualTo("Rye\n\nbread #baking");
        assertThat(video.counts().views()).contains(90_000L);
        assertThat(video.raw()).isEqualTo(Map.of("id", "317", "type", "GraphVideo", "is_video", "true"));
        assertThat(profile.posts().getLast().caption()).isEmpty();
        assertThat(profile.posts().getLast().counts().views()).isEmpty();
    }

    @Test
    void a_parsed_page_writes_its_numbers_as_people_do() {
        Profile profile = told("""
                {'data':{'content':{'account':{'username':'mara.bakes','verified':false},'stats':{'posts':'56,793','followers':'1.2M',
                'following':'1,108'},'biography':{'name':'Mara','occupation':'Chef','description':'Bread','url':'linkin.example/mara'},
                'posts':[{'href':'https://www.instagram.com/p/Cp_-1/','description':'One','image':'https://pictures.example/1.jpg'},
                {'href':'https://www.instagram.com/mara.bakes/reel/Cp2/?hl=en','description':'Two','likes':'1,5K'},
                {'description':'Without a page'}],'relatedAccounts':[{'username':'otto.cooks','name':'Otto','verified':false}]},
                'errors':[],'status_code':12000},'task_id':'7'}""");

        assertThat(profile.faults()).isEmpty();
        assertThat(profile.facts().value(Fact.FOLLOWERS)).contains(1_200_000L);
        assertThat(profile.facts().value(Fact.POSTS_COUNT)).contains(56_793L);
        assertThat(profile.facts().value(Fact.VERIFIED)).contains(false);
        assertThat(profile.facts().value(Fact.WEBSITE)).contains("linkin.example/mara");
        assertThat(profile.facts().value(Fact.CATEGORIES)).contains(Set.of(Category.FOOD));
        assertThat(profile.posts()).extracting(PostDraft::key).startsWith("Cp_-1", "Cp2").hasSize(3);
        assertThat(profile.posts().getLast().key()).startsWith("content-");
        assertThat(profile.facts().value(Fact.AVERAGE_LIKES)).contains(1_500L);
        assertThat(profile.related()).hasSize(1);
    }

    @Test
    void a_discovered_business_need_not_say_its_name() {
        Profile profile = told("""
                {'business_discovery':{'followers_count':48200,'media_count':311,'media':{'data':[
                {'id':'179','like_count':10,'comments_count':3,'timestamp':'2026-02-27T17:30:00+0000','caption':'Rye'},
                {'id':180,'like_count':11,'permalink':'https://www.instagram.com/p/Cq2/','media_type':'IMAGE'}]},'id':'1784'},'id':'1'}""");

        assertThat(profile.handle()).isEqualTo(MARA);
        assertThat(profile.faults()).containsExactly("the handle: it is missing, what was asked for is taken");
        assertThat(profile.posts()).extracting(PostDraft::key).containsExactly("179", "Cq2");
        assertThat(profile.posts().getFirst().postedAt()).contains(Instant.parse("2026-02-27T17:30:00Z"));
        assertThat(profile.facts().value(Fact.AVERAGE_LIKES)).contains(11L);
        assertThat(profile.facts().value(Fact.AVERAGE_COMMENTS)).contains(3L);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            -1,                     it is negative
            "'-3'",                 it is negative
            99999999999,            it is more than 10000000000
            1e300,                  it is more than 10000000000
            12345678901234567890123456789012345, it is more than 10000000000
            "'900B'",               it is more than 10000000000
            "'many'",               it is no number
            "'12%'",                it is a percentage
            NaN,                    it is no number
            -Infinity,              it is no number
            true,                   it is no number
            [5],                    it is no number
            {},                     it is no number
            """)
    void absurd_numbers_are_named_and_left_out(String count, String why) {
        Profile profile = told("{'user':{'username':'mara.bakes','full_name':'Mara','edge_followed_by':{'count':" + count + "}}}");
        assertThat(profile.facts().value(Fact.FOLLOWERS)).isEmpty();
        assertThat(profile.faults()).containsExactly("followers: " + why);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            "'76.5M'",     76500000
            "'1,108'",     1108
            "'22,20,000'", 2220000
            7.0,           7
            4.2e3,         4200
            0,             0
            """)
    void numbers_are_read_as_they_are_written(String count, long value) {
        assertThat(told("{'user':{'edge_followed_by':{'count':" + count + "}}}").facts().value(Fact.FOLLOWERS)).contains(value);
    }

    @Test
    void wrong_types_are_named_once_with_how_often_they_occur() {
        Profile profile = told("""
                {'user':{'username':'mara.bakes','full_name':['Mara'],'biography':5,'is_verified':'yes',
                'external_url':'javascript:alert(1)','business_email':'at home','profile_pic_url_hd':{},'edge_followed_by':48200,
                'is_private':0,'edge_owner_to_timeline_media':{'count':7,'edges':[5,null,{'node':[]},{'node':{'shortcode':'../x','id':{}}},
                {'node':{'shortcode':'Cq1','taken_at_timestamp':99999999999,'edge_liked_by':[3],'video_view_count':'lots'}},
                {'node':{'shortcode':'Cq2','taken_at_timestamp':'yesterday','edge_liked_by':[4]}}]},
                'edge_related_profiles':{'edges':{'node':1}}}}""");

        assertThat(profile.facts().kinds()).containsExactly(Fact.POSTS_COUNT);
        assertThat(profile.posts()).extracting(PostDraft::key).containsExactly("Cq1", "Cq2");
        assertThat(profile.faults()).containsExactlyInAnyOrder("the name: it is no text", "the biography: it is no text",
                "followers: it is no object", "whether it is verified: it is neither true nor false",
                "the website: it is no address of the web", "the picture: it is no text",
                "whether it is private: it is neither true nor false", "the e-mail address: it is no e-mail address",
                "a post: it is no object (2 times)", "a post: neither id, page, time nor text can be read (4 times)",
                "the short code of a post: it has not the form of one", "the id of a post: it has not the form of one",
                "the time of a post: it is before 2003 or has not come yet", "the time of a post: it is no time",
                "likes of a post: it is no object (2 times)", "views of a post: it is no number", "related accounts: it is no list");
    }

    @Test
    void null_says_nothing_and_is_no_fault() {
        Profile profile = told("""
                {'user':{'username':'mara.bakes','full_name':'Mara','biography':null,'edge_followed_by':null,'category_name':null,
                'business_email':null,'edge_owner_to_timeline_media':{'count':null,'edges':null},'edge_related_profiles':null}}""");
        assertThat(profile.facts().kinds()).containsExactly(Fact.NAME);
        assertThat(profile.faults()).isEmpty();
    }

    @Test
    void posts_of_a_private_account_are_left_out() {
        Profile profile = told("""
                {'user':{'username':'mara.bakes','full_name':'Mara','is_private':true,'edge_owner_to_timeline_media':{'count':7,'edges':[
                {'node':{'shortcode':'Cq1','edge_liked_by':{'count':5}}}]}}}""");
        assertThat(profile.posts()).isEmpty();
        assertThat(profile.facts().kinds()).containsExactlyInAnyOrder(Fact.NAME, Fact.POSTS_COUNT);
        assertThat(profile.faults()).containsExactly("posts: the account is private, they are left out");
    }

    @Test
    void an_address_that_a_business_does_not_show_is_not_taken() {
        Profile profile = told("{'user':{'full_name':'Mara','business_email':'mara@mail.example','should_show_public_contacts':false}}");
        assertThat(profile.facts().value(Fact.EMAIL)).isEmpty();
    }

    @Test
    void a_post_that_is_there_twice_is_taken_once() {
        Profile profile = told("{'user':{'edge_owner_to_timeline_media':{'edges':[" + "{'node':{'shortcode':'Cq1'}},".repeat(300)
                + "{'node':{'id':7}}]}}}");
        assertThat(profile.posts()).extracting(PostDraft::key).containsExactly("Cq1", "7");
        assertThat(profile.faults()).contains("a post: it is there twice (299 times)");
    }

    @Test
    void what_is_too_long_or_too_much_is_cut() {
        StringBuilder posts = new StringBuilder();
        for (int number = 0; number < 1000; number++) {
            posts.append("{'node':{'shortcode':'C").append(number).append("'}},");
        }
        Profile profile = told("{'user':{'biography':'" + "\uD83C\uDF5E".repeat(100_000) + "','edge_owner_to_timeline_media':{'edges':["
                + posts + "{'node':{'caption':'" + "x".repeat(20_000) + "'}}]}}}");
        assertThat(profile.posts()).hasSize(200);
        assertThat(profile.facts().value(Fact.BIOGRAPHY).orElseThrow()).hasSize(5000).doesNotEndWith("\uD83C");
        assertThat(profile.faults()).contains("posts: only the first 200 are taken", "the biography: it is cut to 5000 characters",
                "the caption of a post: it is cut to 10000 characters");
    }

    @Test
    void what_cannot_be_seen_or_stored_is_taken_out_of_texts() {
        Profile profile = told("{'user':{'full_name':'Ma\\u0000ra\\ud800\\u202e','edge_owner_to_timeline_media':{'edges':["
                + "{'node':{'shortcode':'Cq1','caption':'a\\u0000b\\r\\nc\\u2028'}}]}}}");
        assertThat(profile.facts().value(Fact.NAME)).contains("Mara");
        assertThat(profile.posts().getFirst().caption()).isEqualTo("ab\nc");
    }

    @Test
    void a_category_without_a_counterpart_is_no_fault() {
        Profile profile = told("{'user':{'full_name':'Mara','category_name':'Sports league'}}");
        assertThat(profile.facts().kinds()).containsExactly(Fact.NAME);
        assertThat(profile.faults()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"404, 404", "'''404''', 404", "613, 613", "429, 429", "403, 403"})
    void a_status_of_the_page_is_understood(String written, int code) {
        assertThat(read("{'results':[{'content':'','status_code':" + written + "}]}")).isEqualTo(new Read.Status(code));
        assertThat(read("{'results':[{'content':{'user':" + USER + ",'status_code':" + written + "}}]}")).isEqualTo(new Read.Status(code));
        assertThat(read("{'data':{'content':{},'status_code':" + written + "}}")).isEqualTo(new Read.Status(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'otto.cooks'", "'no name'", "''", "['mara.bakes']", "{}", "7", "true"})
    void somebody_else_is_not_who_was_asked_for(String name) {
        assertThat(read("{'user':{'username':" + name + ",'full_name':'Mara'}}"))
                .isEqualTo(new Read.Nothing("it is the profile of another account", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'mara.bakes'", "' @Mara.Bakes '"})
    void a_handle_may_be_written_as_people_do(String name) {
        assertThat(told("{'user':{'username':" + name + ",'full_name':'Mara'}}").handle()).isEqualTo(MARA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "5", "'text'", "{", "{}{}", "{} trailing", "{'a':}", "<html>",
        "{'results':[{'content':'<html>'}]}"})
    void what_is_no_answer_is_garbage(String text) {
        assertThat(read(text)).isInstanceOf(Read.Garbage.class);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = ';', textBlock = """
            {'results':[{'content':{},'status_code':200}]};                  true
            {'results':[{'content':null}]};                                  true
            {'results':[{'content':''}]};                                    true
            {'results':[{}]};                                                true
            {};                                                              true
            {'status':'pending','task_id':'7'};                              true
            {'message':'Please wait','require_login':true,'status':'fail'};  true
            {'results':[]};                                                  false
            {'data':{'user':null},'status':'ok'};                            false
            {'data':null};                                                   false
            {'user':{}};                                                     false
            {'user':{'username':'mara.bakes'}};                              false
            """)
    void an_answer_without_a_profile_says_whether_it_may_come(String text, boolean mayPass) {
        assertThat(read(text)).isInstanceOfSatisfying(Read.Nothing.class, nothing -> assertThat(nothing.mayPass()).isEqualTo(mayPass));
    }

    private static Profile told(String text) {
        Read read = read(text);
        assertThat(read).isInstanceOf(Read.Told.class);
        return ((Read.Told) read).profile();
    }

    private static Read read(String text) {
        return AnswerReader.read(json(text).getBytes(UTF_8), MARA, HandClock.START);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
