<?php

$_ADDONLANG['tag'] = 'en';
$_ADDONLANG['notYours'] = 'Only the owner of this account sees its Support PIN. If that is you, please sign out and sign in again.';
