package com.huixiang.docs;

import org.junit.jupiter.api.Test;

/** docs/reference/modules.md shows the house as it stands. */
class ModuleReferenceTests {

    @Test
    void theHouseIsDrawnAsItStands() {
        GeneratedDocument.at("docs/reference/modules.md").shouldSay(new ModulePage().text());
    }
}
