// Regions of shoulder girdle, chest, back, abdomen, pelvis and buttock.
import { midline, paired, sensitive, type RegionEntry } from './entry.ts'

const shoulder: readonly RegionEntry[] = [
  paired('shoulder.upper-trapezius', 'upper trapezius', 'trapezius, descending part', [
    'trapezius-descending',
    'levator-scapulae',
    'splenius-cervicis',
    'scalenus-posterior',
  ]),
  paired('shoulder.acromion', 'point of shoulder', 'acromion and acromioclavicular joint', [
    'acromioclavicular-joint',
    'supraspinatus',
    'subacromial-bursa',
    'glenohumeral-joint',
  ]),
  paired('shoulder.supraspinous-fossa', 'supraspinous fossa', 'supraspinous fossa of the scapula', [
    'trapezius-transverse',
    'supraspinatus',
  ]),
  paired('shoulder.infraspinous-fossa', 'infraspinous fossa', 'infraspinous fossa of the scapula', [
    'infraspinatus',
    'teres-minor',
    'subscapularis',
  ]),
  paired('shoulder.teres-major', 'teres major', 'axillary border of the scapula', [
    'latissimus-dorsi',
    'teres-major',
    'teres-minor',
    'subscapularis',
  ]),
  paired('shoulder.interscapular', 'rhomboids', 'interscapular region', [
    'trapezius-transverse',
    'rhomboid-minor',
    'rhomboid-major',
    'serratus-posterior-superior',
    'iliocostalis-thoracis',
  ]),
  paired('shoulder.anterior-deltoid', 'anterior deltoid', 'deltoid, clavicular part', [
    'deltoid-anterior',
    'biceps-long-head',
    'subscapularis',
    'glenohumeral-joint',
  ]),
  paired('shoulder.lateral-deltoid', 'lateral deltoid', 'deltoid, acromial part', [
    'deltoid-middle',
    'subacromial-bursa',
    'supraspinatus',
    'glenohumeral-joint',
  ]),
  paired('shoulder.posterior-deltoid', 'posterior deltoid', 'deltoid, spinal part', [
    'deltoid-posterior',
    'infraspinatus',
    'teres-minor',
    'triceps-long-head',
    'glenohumeral-joint',
  ]),
  paired('shoulder.clavicle', 'collarbone', 'clavicle and supraclavicular fossa', [
    'platysma',
    'clavicle',
    'sternoclavicular-joint',
    'subclavius',
    'scalenus-anterior',
    'brachial-plexus',
  ]),
  paired('shoulder.armpit', 'armpit', 'axilla', [
    'axillary-fascia',
    'axillary-nodes',
    'subscapularis',
    'coracobrachialis',
    'brachial-plexus',
  ]),
]

const chest: readonly RegionEntry[] = [
  midline('chest.sternum', 'sternum', 'sternum', ['sternalis', 'costosternal-joints', 'sternum']),
  paired('chest.clavicular-pectoral', 'upper chest', 'pectoralis major, clavicular part', [
    'pectoralis-major-clavicular',
    'pectoralis-minor',
    'subclavius',
    'intercostals',
  ]),
  paired('chest.lateral-pectoral', 'outer chest', 'pectoralis major towards its tendon, over pectoralis minor', [
    'pectoralis-major-sternal',
    'pectoralis-minor',
    'intercostals',
  ]),
  sensitive(
    paired('chest.breast', 'breast', 'pectoral region, sternocostal part of pectoralis major', [
      'breast-tissue',
      'pectoralis-major-sternal',
      'pectoralis-minor',
      'intercostals',
    ]),
  ),
  paired('chest.side-ribs', 'side ribs', 'lateral thoracic region', [
    'latissimus-dorsi',
    'serratus-anterior',
    'long-thoracic-nerve',
    'intercostals',
  ]),
  paired('chest.lower-ribs', 'lower front ribs', 'costal arch', [
    'external-oblique',
    'rectus-abdominis',
    'costal-margin',
    'intercostals',
    'diaphragm',
  ]),
]

const back: readonly RegionEntry[] = [
  midline('back.upper-thoracic-spine', 'upper thoracic spine', 'spinous processes T1–T4', [
    'supraspinous-ligament',
    'interspinous-ligaments',
    'thoracic-multifidus',
    'thoracic-facets',
  ]),
  midline('back.mid-thoracic-spine', 'mid thoracic spine', 'spinous processes T5–T8', [
    'supraspinous-ligament',
    'interspinous-ligaments',
    'thoracic-multifidus',
    'thoracic-facets',
  ]),
  midline('back.lower-thoracic-spine', 'lower thoracic spine', 'spinous processes T9–T12', [
    'supraspinous-ligament',
    'interspinous-ligaments',
    'thoracic-multifidus',
    'thoracic-facets',
  ]),
  midline('back.lumbar-spine', 'lumbar spine', 'spinous processes L1–L4', [
    'erector-fascia',
    'supraspinous-ligament',
    'interspinous-ligaments',
    'lumbar-multifidus',
    'lumbar-facets',
    'lumbar-discs',
  ]),
  paired('back.upper-thoracic-erectors', 'upper thoracic erectors', 'erector spinae, T1–T4', [
    'trapezius-transverse',
    'rhomboid-minor',
    'splenius-cervicis',
    'longissimus-thoracis',
    'semispinalis-thoracis',
    'thoracic-multifidus',
    'costovertebral-joints',
  ]),
  paired('back.mid-thoracic-erectors', 'mid thoracic erectors', 'erector spinae, T5–T8', [
    'trapezius-ascending',
    'spinalis-thoracis',
    'longissimus-thoracis',
    'semispinalis-thoracis',
    'thoracic-multifidus',
    'costovertebral-joints',
  ]),
  paired('back.lower-thoracic-erectors', 'lower thoracic erectors', 'erector spinae, T9–T12', [
    'latissimus-dorsi',
    'serratus-posterior-inferior',
    'spinalis-thoracis',
    'longissimus-thoracis',
    'iliocostalis-lumborum',
    'thoracic-multifidus',
  ]),
  paired('back.lower-trapezius', 'lower trapezius', 'trapezius, ascending part', [
    'trapezius-ascending',
    'latissimus-dorsi',
    'rhomboid-major',
    'iliocostalis-thoracis',
    'intercostals',
  ]),
  paired('back.latissimus', 'latissimus', 'latissimus dorsi', [
    'latissimus-dorsi',
    'serratus-posterior-inferior',
    'serratus-anterior',
    'intercostals',
  ]),
  paired('back.lumbar-erectors', 'lumbar erectors', 'erector spinae, lumbar part', [
    'erector-fascia',
    'iliocostalis-lumborum',
    'longissimus-lumborum',
    'lumbar-multifidus',
    'lumbar-facets',
  ]),
  paired('back.quadratus-lumborum', 'quadratus lumborum', 'posterior lumbar region', [
    'erector-fascia',
    'latissimus-dorsi',
    'quadratus-lumborum',
    'psoas-major',
  ]),
  paired('back.flank', 'flank', 'lateral abdominal region', [
    'external-oblique',
    'internal-oblique',
    'transversus-abdominis',
    'quadratus-lumborum',
  ]),
  midline('back.lumbosacral', 'lumbosacral junction', 'lumbosacral junction, L5–S1', [
    'erector-fascia',
    'lumbar-multifidus',
    'iliolumbar-ligament',
    'lumbosacral-joint',
  ]),
  midline('back.sacrum', 'sacrum', 'sacral region', ['sacral-fascia', 'sacral-multifidus', 'sacrum']),
  paired('back.sacroiliac', 'sacroiliac joint', 'sacroiliac joint', [
    'erector-fascia',
    'gluteus-maximus',
    'sacral-multifidus',
    'posterior-sacroiliac-ligaments',
    'sacroiliac-joint',
  ]),
  sensitive(midline('back.coccyx', 'coccyx', 'coccygeal region', ['sacrococcygeal-joint', 'coccyx', 'pelvic-floor'])),
]

const abdomen: readonly RegionEntry[] = [
  paired('abdomen.upper', 'upper abdomen', 'epigastric region', [
    'rectus-abdominis',
    'linea-alba',
    'transversus-abdominis',
    'diaphragm',
  ]),
  paired('abdomen.lower', 'lower abdomen', 'umbilical and hypogastric region', [
    'rectus-abdominis',
    'pyramidalis',
    'transversus-abdominis',
    'psoas-major',
  ]),
  paired('abdomen.obliques', 'obliques', 'anterolateral abdominal wall', [
    'external-oblique',
    'internal-oblique',
    'transversus-abdominis',
    'psoas-major',
  ]),
  paired('abdomen.iliac-fossa', 'iliacus', 'iliac fossa', [
    'external-oblique',
    'internal-oblique',
    'transversus-abdominis',
    'iliacus',
    'psoas-major',
  ]),
  sensitive(
    paired('pelvis.groin', 'groin', 'inguinal region with iliopsoas', [
      'inguinal-ligament',
      'inguinal-nodes',
      'psoas-major',
      'iliacus',
      'pectineus',
      'hip-joint',
    ]),
  ),
  sensitive(
    midline('pelvis.pubic', 'pubic region', 'pubic region', [
      'pyramidalis',
      'rectus-abdominis',
      'adductor-origin',
      'pubic-symphysis',
    ]),
  ),
]

const buttock: readonly RegionEntry[] = [
  paired('hip.gluteus-maximus', 'gluteus maximus', 'gluteal region', ['gluteus-maximus', 'gemelli', 'sciatic-nerve']),
  paired('hip.gluteus-medius', 'gluteus medius', 'upper outer gluteal region', ['gluteus-medius', 'gluteus-minimus']),
  paired('hip.deep-rotators', 'piriformis', 'deep lateral rotators of the hip', [
    'gluteus-maximus',
    'piriformis',
    'gemelli',
    'quadratus-femoris',
    'sciatic-nerve',
  ]),
  paired('hip.sit-bone', 'sit bone', 'ischial tuberosity', [
    'gluteus-maximus',
    'ischial-bursa',
    'hamstring-origin',
    'sacrotuberous-ligament',
  ]),
  paired('hip.greater-trochanter', 'outer hip', 'greater trochanter', [
    'iliotibial-band',
    'trochanteric-bursa',
    'gluteus-medius',
    'gluteus-minimus',
    'greater-trochanter',
  ]),
  paired('hip.tensor-fasciae-latae', 'TFL', 'tensor fasciae latae', [
    'tensor-fasciae-latae',
    'gluteus-medius',
    'gluteus-minimus',
  ]),
]

export const trunk: readonly RegionEntry[] = [...shoulder, ...chest, ...back, ...abdomen, ...buttock]
