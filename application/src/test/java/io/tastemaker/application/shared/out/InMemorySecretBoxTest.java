package io.tastemaker.application.shared.out;

class InMemorySecretBoxTest extends SecretBoxContract {

    private final InMemorySecretBox box = new InMemorySecretBox();

    @Override
    protected SecretBox box() {
        return box;
    }

    @Override
    protected SecretBox foreign() {
        return new InMemorySecretBox();
    }
}
