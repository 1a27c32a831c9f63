package io.tastemaker.application.operations.out;

import java.util.List;

class InMemoryMailTransportTest extends MailTransportContract {

    private final InMemoryMailTransport transport = new InMemoryMailTransport();

    @Override
    protected MailTransport transport() {
        return transport;
    }

    @Override
    protected List<Arrived> arrived() {
        return transport.handed().stream().map(handed -> new Arrived(handed.messageId(), handed.letter())).toList();
    }
}
