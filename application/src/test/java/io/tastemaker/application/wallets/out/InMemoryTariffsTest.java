package io.tastemaker.application.wallets.out;

class InMemoryTariffsTest extends TariffsContract {

    private final InMemoryTariffs tariffs = new InMemoryTariffs();

    @Override
    protected Tariffs tariffs() {
        return tariffs;
    }
}
