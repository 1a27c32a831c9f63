package io.tastemaker.adapters.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.http.shared.TestServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRoutesTest {

    private static final TestServer SERVER = new TestServer(PageRoutes.routes());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/verify-email", "/confirm-email", "/reset-password", "/accept-invitation", "/oauth-callback/google"})
    void a_page_is_complete_without_inline_script_and_without_other_hosts(String path) throws Exception {
        HttpResponse<String> page = SERVER.send(SERVER.bare(path));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(page.body()).contains("src=\"/pages/page.js\"", "data-page=\"" + path.split("/")[1] + "\"", "id=\"form\"")
                .doesNotContain("http://", "https://", "style=\"", "onclick");
    }

    @Test
    void the_script_knows_every_page_and_calls_this_server_only() throws Exception {
        HttpResponse<String> script = SERVER.send(SERVER.bare("/pages/page.js"));

        assertThat(script.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(script.body())
                .contains("'verify-email':", "'confirm-email':", "'reset-password':", "'accept-invitation':", "'oauth-callback':")
                .doesNotContain("http://", "https://", "innerHTML", "eval(");
    }

    @Test
    void a_provider_may_add_to_the_query_what_it_likes() throws Exception {
        HttpResponse<String> page = SERVER.send(SERVER.bare("/oauth-callback/google?code=4%2F0A&state=x&scope=openid+email&authuser=0&hd=%C3%BC"));

        assertThat(page.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/billing-done", "/billing-canceled", "/billing-account"})
    void a_page_that_people_come_back_to_says_something_and_runs_nothing(String path) throws Exception {
        HttpResponse<String> page = SERVER.send(SERVER.bare(path + "?order_id=0195f000-0000-7000-8000-00000000dead&session=x"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.body()).contains("/pages/page.css", "You can close this page")
                .doesNotContain("<script", "http://", "https://", "style=\"", "onclick", "dead");
    }

    @Test
    void a_token_in_the_query_of_a_page_is_refused() throws Exception {
        assertThat(SERVER.send(SERVER.bare("/reset-password?token=abc")).statusCode()).isEqualTo(400);
    }
}
