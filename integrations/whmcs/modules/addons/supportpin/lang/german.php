<?php

$_ADDONLANG['tag'] = 'de';
$_ADDONLANG['notYours'] = 'Die Support PIN sieht nur der Inhaber dieses Kundenkontos. Wenn Sie das sind, melden Sie sich bitte ab und wieder an.';
